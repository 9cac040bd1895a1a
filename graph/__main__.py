"""``python -m graph`` is the command ``resograph``."""

from graph.cli import main

if __name__ == "__main__":
    main()
