"""The gateway's process: messages in by its standard input, out by its standard output."""

import asyncio
import os
import sys
from typing import BinaryIO

from cluster.gateway import Gateway, Tell
from cluster.line import DaskLine
from cluster.papers import Seat
from vsa_core.errors import Fault
from vsa_core.pipeline.envelope import Frames, framed
from vsa_core.pipeline.wire import fault_bytes

CHUNK = 2**18


async def speak(seat: Seat) -> None:
    """Serve one program until it closes its end of the pipe.

    What goes wrong is told through the pipe: CLU-012 when no scheduler
    answers or it refuses our certificate, SYS-014 for what is no message.
    """
    heard, told = _pipes()
    tell = await _teller(told)
    try:
        async with await DaskLine.open(seat) as line:
            await _serve(Gateway(line, tell), heard)
    except Fault as fault:
        tell(fault_bytes(fault))


async def _serve(gateway: Gateway, pipe: BinaryIO) -> None:
    reader = asyncio.StreamReader()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), pipe)
    frames = Frames()
    while data := await reader.read(CHUNK):
        for message in frames.take(data):
            gateway.heard(message)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Both ends of the program's pipe; whatever else writes to standard output writes to errors."""
    heard, told = os.dup(0), os.dup(1)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return os.fdopen(heard, "rb", buffering=0), os.fdopen(told, "wb", buffering=0)


async def _teller(pipe: BinaryIO) -> Tell:
    loop = asyncio.get_running_loop()
    transport, _ = await loop.connect_write_pipe(asyncio.BaseProtocol, pipe)

    def tell(message: bytes) -> None:
        transport.write(framed(message))

    return tell
