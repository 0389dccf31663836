#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""RFC 6455 by the cases of the Autobahn test suite: 1 framing, 2 pings and pongs, 3 reserved bits, 4 opcodes, 5 fragmentation, 10."""
import unittest

from websocketcases import NO_JSON, Row, WebSocketCases, echoed, pair, pong
from wire import BINARY, CLOSE, CONTINUATION, PING, PONG, chopped, fragments, frame

TOO_SHORT_FOR_A_PAIR = (b"", NO_JSON)
NOT_TAKEN = 1003  # binary messages have no meaning here
BROKEN = 1002


class Framing(WebSocketCases):
    def test_1_1_text_sizes(self):
        rows = []
        for number, size in enumerate((0, 125, 126, 127, 128, 65535, 65536), 1):
            text, qid = echoed(size) if size else TOO_SHORT_FOR_A_PAIR
            rows.append(Row(f"1.1.{number} text of {size} bytes", [frame(text)], [qid]))
        text, qid = echoed(65536)
        rows.append(Row("1.1.8 text of 65536 bytes in chops of 997", chopped(frame(text), 997), [qid]))
        for size in (125, 126, 65536):
            text, qid = echoed(size)
            rows.append(Row(f"two texts of {size} bytes in one write", [frame(text) + frame(text)], [qid, qid]))
        text, qid = echoed(200)
        rows.append(Row("head and payload octet by octet", chopped(frame(text)), [qid]))
        self.run_rows(rows)

    def test_1_2_binary_sizes(self):
        """Only text is taken: each is read to its end, then refused by the code for that."""
        rows = [Row(f"1.2.{number} binary of {size} bytes", [frame(b"\xfe" * size, BINARY)], closes=NOT_TAKEN)
                for number, size in enumerate((0, 125, 126, 127, 128, 65535, 65536), 1)]
        rows.append(Row("1.2.8 binary of 65536 bytes in chops of 997", chopped(frame(b"\xfe" * 65536, BINARY), 997), closes=NOT_TAKEN))
        self.run_rows(rows)

    def test_length_forms(self):
        """§5.2: the shortest form is a must, and the highest bit of 64 is 0."""
        text, _ = echoed(100)
        longer, _ = echoed(300)
        self.run_rows([
            Row("100 bytes in the 16-bit form", [frame(text, form=16)], closes=BROKEN),
            Row("100 bytes in the 64-bit form", [frame(text, form=64)], closes=BROKEN),
            Row("300 bytes in the 64-bit form", [frame(longer, form=64)], closes=BROKEN),
            Row("the highest bit of the length", [frame(b"x", length=1 << 63, form=64)], closes=(BROKEN, 1009)),
            Row("all bits of the length", [frame(b"x", length=(1 << 64) - 1, form=64)], closes=(BROKEN, 1009)),
        ])

    def test_masks(self):
        """§5.1: a client's frame without a mask ends the connection."""
        text, qid = echoed(100)
        self.run_rows([
            Row("text without a mask", [frame(text, mask=False)], closes=BROKEN),
            Row("ping without a mask", [frame(b"x", PING, mask=False)], closes=BROKEN),
            Row("pong without a mask", [frame(b"x", PONG, mask=False)], closes=BROKEN),
            Row("close without a mask", [frame(b"\x03\xe8", CLOSE, mask=False)], closes=BROKEN),
            Row("a masked text, then one without", [frame(text), frame(text, mask=False)], [qid], BROKEN),
            Row("second fragment without a mask", [frame(text[:50], final=False), frame(text[50:], CONTINUATION, mask=False)], closes=BROKEN),
            Row("a mask of zeros", [bytes([0x81, 0x80 | len(text), 0, 0, 0, 0]) + text], [qid]),
        ])

    def test_2_pings_and_pongs(self):
        rows = [
            Row("2.1 ping without payload", [frame(b"", PING)], [pong()]),
            Row("2.2 ping with text", [frame(b"Hello, world!", PING)], [pong(b"Hello, world!")]),
            Row("2.3 ping with bytes that are no UTF-8", [frame(b"\x00\xff\xfe\xfd\xfc\xfb\x00\xff", PING)], [pong(b"\x00\xff\xfe\xfd\xfc\xfb\x00\xff")]),
            Row("2.4 ping with 125 bytes", [frame(b"\xfe" * 125, PING)], [pong(b"\xfe" * 125)]),
            Row("2.5 ping with 126 bytes", [frame(b"\xfe" * 126, PING)], closes=BROKEN),
            Row("2.6 ping with 125 bytes octet by octet", chopped(frame(b"\xfe" * 125, PING)), [pong(b"\xfe" * 125)]),
            Row("2.7 pong that nobody asked for, empty", [frame(b"", PONG)]),
            Row("2.8 pong that nobody asked for, with payload", [frame(b"unsolicited", PONG)]),
            Row("2.9 such a pong, then a ping", [frame(b"unsolicited", PONG), frame(b"asked", PING)], [pong(b"asked")]),
            Row("2.10 ten pings", [frame(f"ping {n}", PING) for n in range(10)], [pong(f"ping {n}".encode()) for n in range(10)]),
            Row("2.11 ten pings octet by octet", chopped(b"".join(frame(f"ping {n}", PING) for n in range(10))),
                [pong(f"ping {n}".encode()) for n in range(10)]),
            Row("500 pings in one write", [b"".join(frame(f"ping {n}", PING) for n in range(500))], [pong(f"ping {n}".encode()) for n in range(500)]),
            Row("500 pongs that nobody asked for, numbers among them", [b"".join(frame(str(n), PONG) for n in range(500))]),
            Row("pong with 126 bytes", [frame(b"x" * 126, PONG)], closes=BROKEN),
            Row("ping with 70000 bytes", [frame(b"x" * 70_000, PING)], closes=BROKEN),
        ]
        rows += [Row(f"ping with {size} bytes", [frame(bytes(range(size)), PING)], [pong(bytes(range(size)))]) for size in range(126)]
        self.run_rows(rows)

    def test_3_reserved_bits(self):
        text, qid = echoed(64)
        self.run_rows([
            Row("3.1 text with RSV 1", [frame(text, rsv=1)], closes=BROKEN),
            Row("3.2 text, text with RSV 2, ping", [frame(text), frame(text, rsv=2), frame(b"", PING)], [qid], BROKEN),
            Row("3.3 text, text with RSV 3, ping in one write", [frame(text) + frame(text, rsv=3) + frame(b"", PING)], [qid], BROKEN),
            Row("3.4 the same with RSV 4, octet by octet", chopped(frame(text) + frame(text, rsv=4) + frame(b"", PING)), [qid], BROKEN),
            Row("3.5 binary with RSV 5", [frame(b"\x00\xff\xfe", BINARY, rsv=5)], closes=BROKEN),
            Row("3.6 ping with RSV 6", [frame(b"Hello, world!", PING, rsv=6)], closes=BROKEN),
            Row("3.7 close with RSV 7", [frame(b"\x03\xe8", CLOSE, rsv=7)], closes=BROKEN),
            Row("continuation with RSV 1", [frame(text[:9], final=False), frame(text[9:], CONTINUATION, rsv=1)], closes=BROKEN),
            Row("RSV 4 is that of a compressed message, which was not agreed upon", [frame(b"\xaa\x56\x2a", rsv=4)], closes=BROKEN),
        ])

    def test_4_opcodes(self):
        text, qid = echoed(64)
        rows = []
        for group, first in ((1, 3), (2, 11)):
            for number in range(5):
                bad = frame(b"reserved opcode", first + number)
                ping = frame(b"", PING)
                rows += [
                    Row(f"4.{group}.{number + 1} opcode {first + number}, empty", [frame(b"", first + number)], closes=BROKEN),
                    Row(f"4.{group}.{number + 1} opcode {first + number} with payload", [bad], closes=BROKEN),
                    Row(f"4.{group}.{number + 1} text, opcode {first + number}, ping", [frame(text), bad, ping], [qid], BROKEN),
                    Row(f"4.{group}.{number + 1} the same octet by octet", chopped(frame(text) + bad + ping), [qid], BROKEN),
                    Row(f"4.{group}.{number + 1} opcode {first + number} between fragments",
                        [frame(text[:9], final=False), bad, frame(text[9:], CONTINUATION)], closes=BROKEN),
                ]
        self.run_rows(rows)

    def test_5_fragmented_control_frames(self):
        rows = []
        for number, (name, opcode) in enumerate((("ping", PING), ("pong", PONG), ("close", CLOSE)), 1):
            pieces = [frame(b"\x03\xe8", opcode, final=False), frame(b"fragment", CONTINUATION)]
            rows.append(Row(f"5.{number} {name} in two fragments", pieces, closes=BROKEN))
            rows.append(Row(f"5.{number} {name} in two fragments, octet by octet", chopped(b"".join(pieces)), closes=BROKEN))
        self.run_rows(rows)

    def test_5_fragmented_texts(self):
        text, qid = echoed(64)
        halves = [frame(text[:30], final=False), frame(text[30:], CONTINUATION)]
        ping = frame(b"ping within", PING)
        with_ping = [halves[0], ping, halves[1]]
        fifths = fragments(text, 13)
        self.assertEqual(len(fifths), 5)
        with_pings = [fifths[0], fifths[1], frame(b"one", PING), fifths[2], fifths[3], frame(b"two", PING), fifths[4]]
        pings = [pong(b"one"), pong(b"two")]
        empty = frame(b"", CONTINUATION, final=False)
        self.run_rows([
            Row("5.3 two fragments", halves, [qid]),
            Row("5.4 two fragments in one write", [b"".join(halves)], [qid]),
            Row("5.5 two fragments octet by octet", chopped(b"".join(halves)), [qid]),
            Row("5.6 a ping between two fragments", with_ping, [pong(b"ping within"), qid]),
            Row("5.7 the same in one write", [b"".join(with_ping)], [pong(b"ping within"), qid]),
            Row("5.8 the same octet by octet", chopped(b"".join(with_ping)), [pong(b"ping within"), qid]),
            Row("5.19 five fragments with pings", with_pings, pings + [qid]),
            Row("5.20 the same octet by octet", chopped(b"".join(with_pings)), pings + [qid]),
            Row("a frame for each octet", fragments(text, 1), [qid]),
            Row("a frame for each octet, each chopped", chopped(b"".join(fragments(text, 1))), [qid]),
            Row("a ping before each of 64 fragments", [piece for part in fragments(text, 1) for piece in (frame(b"p", PING), part)],
                [pong(b"p")] * 64 + [qid]),
            Row("unsolicited pongs between fragments", [halves[0], frame(b"77", PONG), halves[1]], [qid]),
            Row("empty fragments at every place", [frame(b"", final=False), empty, frame(text[:9], CONTINUATION, final=False), empty,
                                                   frame(text[9:], CONTINUATION, final=False), empty, frame(b"", CONTINUATION)], [qid]),
            Row("a thousand empty fragments", [b"".join([frame(b"", final=False), empty * 1000, frame(text, CONTINUATION)])], [qid]),
            Row("a binary message in fragments", [frame(text[:30], BINARY, final=False), frame(text[30:], CONTINUATION)], closes=1003),
        ])

    def test_5_fragments_out_of_place(self):
        text, qid = echoed(64)
        stray = frame(text, CONTINUATION)
        unfinished = frame(text, CONTINUATION, final=False)
        halves = [frame(text[:30], final=False), frame(text[30:], CONTINUATION)]
        self.run_rows([
            Row("5.9 continuation without a start, then a text", [stray, frame(text)], closes=BROKEN),
            Row("5.10 the same in one write", [stray + frame(text)], closes=BROKEN),
            Row("5.11 the same octet by octet", chopped(stray + frame(text)), closes=BROKEN),
            Row("5.12 unfinished continuation without a start, then a text", [unfinished, frame(text)], closes=BROKEN),
            Row("5.13 the same in one write", [unfinished + frame(text)], closes=BROKEN),
            Row("5.14 the same octet by octet", chopped(unfinished + frame(text)), closes=BROKEN),
            Row("5.15 two fragments, an unfinished continuation, a text", [*halves, unfinished, frame(text)], [qid], BROKEN),
            Row("5.16 unfinished continuation, then two fragments, twice", [unfinished, *halves] * 2, closes=BROKEN),
            Row("5.17 continuation, then two fragments, twice", [stray, *halves] * 2, closes=BROKEN),
            Row("5.18 a text within a text", [halves[0], frame(text[30:])], closes=BROKEN),
            Row("a binary message within a text", [halves[0], frame(b"x", BINARY)], closes=BROKEN),
        ])

    def test_10_1_fragments_of_1300(self):
        text, qid = echoed(65536)
        self.run_rows([Row("10.1.1 text of 65536 bytes in frames of 1300", fragments(text, 1300), [qid])])

    def test_message_after_message(self):
        """Whatever the form in which each arrives, answers come in order, and each is whole."""
        sent, answers = [], []
        for number in range(60):
            text = pair(f"{number}" + "x" * (number * 37 % 900))
            sent += [[frame(text)], fragments(text, 100), chopped(frame(text), 50), [frame(b"", PONG), frame(text)]][number % 4]
            answers.append(text[len('["connection_info",{"qid":"'):-3].decode())
        self.run_rows([Row("60 messages in writes of their own", sent, answers), Row("60 messages in one write", [b"".join(sent)], answers)])


if __name__ == "__main__":
    unittest.main()
