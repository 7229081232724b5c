"""A process that runs the network on the GPU for all who look: it is given pictures, no film."""

import sys

from vsa_core.offline import close_network
from vsa_core.pipeline.confinement import confine


def main() -> None:
    """Serve until the program closes our pipe. The one argument is the number of its process."""
    close_network()
    if not confine(int(sys.argv[1]), memory=None):  # a driver maps more than looking ever may
        return
    # Slow to import; a program that is killed meanwhile takes us with it.
    from vsa_core.pipeline.post import Gone, Post, own_pipes
    from vsa_core.running import work

    incoming, outgoing = own_pipes()
    try:
        work(Post(incoming, outgoing), incoming)
    except Gone:
        return


if __name__ == "__main__":
    main()
