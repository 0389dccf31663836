#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""RFC 6455 by the cases of the Autobahn test suite: 7 close handling, 9 limits and performance (scaled to the cluster's own limit)."""
import unittest

from websocketcases import NO_JSON, Row, WebSocketCases, echoed
from wire import BINARY, CONTINUATION, PING, chopped, close_frame, fragments, frame

BROKEN, NO_UTF8, TOO_LARGE = 1002, 1007, 1009
MOST = 1024 * 1024  # limits.frameBytes, as it stands without being given


class Close(WebSocketCases):
    def test_7_1_basics(self):
        text, qid = echoed(64)
        large, large_qid = echoed(256 * 1024)
        close = close_frame(1000)
        self.run_rows([
            Row("7.1.1 a text, then close", [frame(text), close], [qid], 1000),
            Row("7.1.2 two close frames", [close, close_frame(1001)], closes=1000),
            Row("7.1.3 a ping after close", [close, frame(b"", PING)], closes=1000),
            Row("7.1.4 a text after close", [close, frame(text)], closes=1000),
            Row("7.1.5 close between fragments", [frame(text[:30], final=False), close, frame(text[30:], CONTINUATION)], closes=1000),
            Row("7.1.6 256 kB, close, a ping, in one write", [frame(large) + close + frame(b"", PING)], [large_qid], 1000),
            Row("rubbish after close", [close, b"\xff" * 1000], closes=1000),
            Row("close octet by octet", chopped(close_frame(1001, b"bye")), closes=1001),
            Row("a ping before close", [frame(b"last", PING) + close], [(10, b"last")], 1000),
        ])

    def test_7_3_lengths(self):
        self.run_rows([
            Row("7.3.1 empty", [close_frame()], closes=(1000, 1005)),
            Row("7.3.2 one byte", [frame(b"\x03", 8)], closes=BROKEN),
            Row("7.3.3 a code only", [close_frame(1000)], closes=1000),
            Row("7.3.4 code and reason", [close_frame(1000, b"Hello World!")], closes=1000),
            Row("7.3.5 the longest reason", [close_frame(1000, b"*" * 123)], closes=1000),
            Row("7.3.6 a reason that is too long", [close_frame(1000, b"*" * 124)], closes=BROKEN),
            Row("a close of 70000 bytes", [close_frame(1000, b"*" * 70_000)], closes=BROKEN),
        ])

    def test_7_5_reasons(self):
        self.run_rows([
            Row("7.5.1 a reason that is no UTF-8", [close_frame(1000, "κόσμε".encode() + b"\xed\xa0\x80edited")], closes=(BROKEN, NO_UTF8)),
            Row("a reason that ends within a character", [close_frame(1000, "€".encode()[:2])], closes=(BROKEN, NO_UTF8)),
            Row("a reason of many characters", [close_frame(1000, "κόσμε".encode() * 10)], closes=1000),
        ])

    def test_7_7_valid_codes(self):
        codes = (1000, 1001, 1002, 1003, 1007, 1008, 1009, 1010, 1011, 3000, 3999, 4000, 4999)
        self.run_rows([Row(f"7.7.{number} code {code}", [close_frame(code)], closes=code) for number, code in enumerate(codes, 1)])

    def test_7_9_invalid_codes(self):
        codes = (0, 999, 1004, 1005, 1006, 1015, 1016, 1100, 2000, 2999)
        self.run_rows([Row(f"7.9.{number} code {code}", [close_frame(code)], closes=BROKEN) for number, code in enumerate(codes, 1)] +
                      [Row(f"7.9.{number} code {code} with a reason", [close_frame(code, b"why")], closes=BROKEN) for number, code in enumerate(codes, 1)])

    def test_7_13_codes_beyond_the_ranges(self):
        """The RFC says nothing about them, nor does the suite ask for more than that the connection ends."""
        self.run_rows([Row(f"7.13.{number} code {code}", [close_frame(code)], closes=(BROKEN, code)) for number, code in enumerate((5000, 65535), 1)])

    def test_unasked_end(self):
        """The connection just breaks: no frame, no more registration (tearDown), in the middle of whatever."""
        text, _ = echoed(300)
        for name, sent in (("before anything", b""), ("within a head", frame(text)[:1]), ("within a payload", frame(text)[:100]),
                           ("between fragments", frame(text, final=False)), ("within a close", close_frame(1000)[:5])):
            with self.subTest(name):
                link = self.open()
                link.send(sent)
                link.close()


class Limits(WebSocketCases):
    def test_9_1_text_of_increasing_size(self):
        rows = []
        for number, size in enumerate((64 << 10, 256 << 10, MOST), 1):
            text, qid = echoed(size)
            rows.append(Row(f"9.1.{number} {size} bytes", [frame(text)], [qid]))
        over, _ = echoed(MOST + 1)
        rows += [Row("9.1.4 one byte more than is taken", [frame(over)], closes=TOO_LARGE),
                 Row("9.1.5 its head alone: that it will be too large is known at once", [frame(over)[:14]], closes=TOO_LARGE),
                 Row("9.1.6 a head that says 16 MB", [frame(b"", length=16 << 20)], closes=TOO_LARGE)]
        self.run_rows(rows)

    def test_9_2_binary_of_increasing_size(self):
        self.run_rows([Row(f"9.2.{number} {size} bytes", [frame(b"\xfe" * size, BINARY)], closes=1003 if size <= MOST else TOO_LARGE)
                       for number, size in enumerate((64 << 10, 256 << 10, MOST, MOST + 1, 4 << 20), 1)])

    def test_9_3_fragmented_text(self):
        text, qid = echoed(MOST)
        over, _ = echoed(MOST + 1)
        sizes = (64, 256, 1 << 10, 4 << 10, 16 << 10, 64 << 10, 256 << 10, MOST)
        self.run_rows([Row(f"9.3.{number} 1 MB in fragments of {size} bytes", [b"".join(fragments(text, size))], [qid])
                       for number, size in enumerate(sizes, 1)] +
                      [Row(f"over the limit in fragments of {size} bytes", [b"".join(fragments(over, size))], closes=TOO_LARGE) for size in sizes[2:-1]])

    def test_9_4_fragmented_binary(self):
        self.run_rows([Row(f"9.4.{number} 1 MB in fragments of {size} bytes", [b"".join(fragments(b"\xfe" * MOST, size, BINARY))], closes=1003)
                       for number, size in enumerate((256, 4 << 10, 64 << 10, MOST), 1)])

    def test_9_5_chopped_text(self):
        text, qid = echoed(MOST)
        self.run_rows([Row(f"9.5.{number} 1 MB in writes of {size} bytes", chopped(frame(text), size), [qid])
                       for number, size in enumerate((64, 128, 256, 512, 1024, 2048), 1)])

    def test_9_6_chopped_binary(self):
        self.run_rows([Row(f"9.6.{number} 1 MB in writes of {size} bytes", chopped(frame(b"\xfe" * MOST, BINARY), size), closes=1003)
                       for number, size in enumerate((256, 2048), 1)])

    def test_9_7_round_trips(self):
        for number, size in enumerate((0, 30, 64, 256, 1024, 4096, 16384), 1):
            with self.subTest(f"9.7.{number} 300 texts of {size} bytes, one after the other"):
                text, qid = echoed(size) if size else (b"", NO_JSON)
                link = self.open()
                for _ in range(300):
                    link.send(frame(text))
                    self.assertEqual(self.answer(link), qid)
                self.assert_alive(link)
                link.close()


class SmallLimit(WebSocketCases):
    changes = {"limits": {"frameBytes": 2000}}

    def test_limit_as_configured(self):
        text, qid = echoed(2000)
        over, _ = echoed(2001)
        self.run_rows([
            Row("as many bytes as are taken", [frame(text)], [qid]),
            Row("as many in fragments", fragments(text, 7), [qid]),
            Row("one more", [frame(over)], closes=TOO_LARGE),
            Row("one more in fragments", fragments(over, 1000), closes=TOO_LARGE),
            Row("one more in the last fragment of many", fragments(over, 1), closes=TOO_LARGE),
            Row("many of the largest", [frame(text) * 20], [qid] * 20),
        ])


if __name__ == "__main__":
    unittest.main()
