"""A process that looks at slices for the program: confined before it loads what reads a film."""

import os
import sys

from vsa_core.offline import close_network
from vsa_core.pipeline.confinement import confine


def main() -> None:
    """Look until nothing more comes. The one argument is the number of the program's process."""
    close_network()
    if not confine(int(sys.argv[1])):
        return
    # Slow to import; a program that is killed meanwhile takes us with it.
    from vsa_core.pipeline.post import Gone, Post, own_pipes
    from vsa_core.stint import work

    try:
        work(Post(*own_pipes()))
    except Gone:
        # Nothing is worth an orderly end: not a file of ours is open for writing.
        os._exit(0)


if __name__ == "__main__":
    main()
