"""What the service counts of itself, in the form that Prometheus reads."""

from collections.abc import Iterable

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from graph.server.pool import Pool, Watch

__all__ = ["CONTENT_TYPE_LATEST", "Metrics"]

_SECONDS = (0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30, 60)


class Metrics(Watch):
    """The counters of one service.

    Example:
        >>> metrics = Metrics()
        >>> metrics.answered("/sparql", "GET", 200, 0.01)
        >>> b'resograph_requests_total{method="GET",route="/sparql",status="200"} 1.0' in metrics.text()
        True
    """

    def __init__(self) -> None:
        registry = self._registry = CollectorRegistry()
        route = ["method", "route", "status"]
        self._requests = Counter("resograph_requests", "Requests answered.", route, registry=registry)
        self._seconds = Histogram(
            "resograph_request_seconds", "Time from request to answer.", ["route"], registry=registry, buckets=_SECONDS
        )
        self._refused = Counter("resograph_refused", "Requests refused, by reason.", ["reason"], registry=registry)
        self._started = Counter("resograph_workers_started", "Workers started.", ["pool"], registry=registry)
        ended = ["pool", "reason"]
        self._ended = Counter("resograph_workers_ended", "Workers ended, by reason.", ended, registry=registry)
        self._running = Gauge("resograph_running", "Workers that are lent.", ["pool"], registry=registry)
        self._waiting = Gauge("resograph_waiting", "Requests that wait for a worker.", ["pool"], registry=registry)
        self._alive = Gauge("resograph_workers", "Worker processes that run.", ["pool"], registry=registry)
        self._spooled = Gauge("resograph_spooled_bytes", "Results that wait for their clients.", registry=registry)

    def answered(self, route: str, method: str, status: int, seconds: float) -> None:
        """Count an answer."""
        self._requests.labels(method, route, str(status)).inc()
        self._seconds.labels(route).observe(seconds)

    def refused(self, reason: str) -> None:
        """Count a refusal."""
        self._refused.labels(reason).inc()

    def started(self, pool: str) -> None:
        """Count a worker that was started."""
        self._started.labels(pool).inc()

    def ended(self, pool: str, reason: str) -> None:
        """Count a worker that was ended."""
        self._ended.labels(pool, reason).inc()

    def look(self, pools: Iterable[Pool], spooled: int) -> None:
        """Take the figures of the moment."""
        for pool in pools:
            self._running.labels(pool.settings.name).set(pool.running)
            self._waiting.labels(pool.settings.name).set(pool.waiting)
            self._alive.labels(pool.settings.name).set(pool.alive)
        self._spooled.set(spooled)

    def text(self) -> bytes:
        """Write all of them."""
        return generate_latest(self._registry)
