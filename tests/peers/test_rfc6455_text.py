#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""RFC 6455 §8.1 by the cases of the Autobahn test suite, group 6: what is UTF-8, and how soon it is seen that something is not."""
import unittest

from websocketcases import BEFORE, BEHIND, NO_JSON, Row, WebSocketCases, pair
from wire import CONTINUATION, TEXT, chopped, fragments, frame

NO_UTF8 = 1007
GREEK = "κόσμε".encode()
GREETING = "Hello-µ@ßöäüàá-UTF-8!!"
MIXED = "κόσμε" + "edited"


def sequences() -> list:
    """Number of the group, what it holds, byte sequences: Markus Kuhn's stress test of UTF-8 decoders, as the suite uses it."""
    truncated = [b"\xc0", b"\xe0\x80", b"\xf0\x80\x80", b"\xf8\x80\x80\x80", b"\xfc\x80\x80\x80\x80",
                 b"\xdf", b"\xef\xbf", b"\xf7\xbf\xbf", b"\xfb\xbf\xbf\xbf", b"\xfd\xbf\xbf\xbf\xbf"]
    plane_ends = [chr((plane << 16) + last).encode() for plane in range(17) for last in (0xFFFE, 0xFFFF)]
    surrogates = [b"\xed\xa0\x80", b"\xed\xad\xbf", b"\xed\xae\x80", b"\xed\xaf\xbf", b"\xed\xb0\x80", b"\xed\xbe\x80", b"\xed\xbf\xbf"]
    return [
        (5, "some that are valid", [b"hello$world", "hello¢world".encode(), "hello€world".encode(), "hello\U00024B62world".encode(), GREEK]),
        (6, "each prefix of a valid one", [GREEK[:size] for size in range(1, len(GREEK) + 1)]),
        (7, "the first of each length", [b"\x00", b"\xc2\x80", b"\xe0\xa0\x80", b"\xf0\x90\x80\x80"]),
        (8, "the first of 5 and 6 bytes", [b"\xf8\x88\x80\x80\x80", b"\xfc\x84\x80\x80\x80\x80"]),
        (9, "the last of each length", [b"\x7f", b"\xdf\xbf", b"\xef\xbf\xbf", b"\xf4\x8f\xbf\xbf"]),
        (10, "the last of 4, 5 and 6 bytes", [b"\xf7\xbf\xbf\xbf", b"\xfb\xbf\xbf\xbf\xbf", b"\xfd\xbf\xbf\xbf\xbf\xbf"]),
        (11, "other edges", [b"\xed\x9f\xbf", b"\xee\x80\x80", b"\xef\xbf\xbd", b"\xf4\x8f\xbf\xbf", b"\xf4\x90\x80\x80"]),
        (12, "continuation bytes alone", [b"\x80", b"\xbf", b"\x80\xbf", b"\x80\xbf\x80", b"\x80\xbf" * 2, b"\x80\xbf" * 2 + b"\x80",
                                          b"\x80\xbf" * 3, bytes(range(0x80, 0xC0))]),
        (13, "start bytes alone", [b"".join(bytes([byte, 0x20]) for byte in range(first, last + 1))
                                   for first, last in ((0xC0, 0xDF), (0xE0, 0xEF), (0xF0, 0xF7), (0xF8, 0xFB), (0xFC, 0xFD))]),
        (14, "without the last byte", truncated),
        (15, "such ones joined", [b"".join(truncated)]),
        (16, "impossible bytes", [b"\xfe", b"\xff", b"\xfe\xfe\xff\xff"]),
        (17, "a slash in too many bytes", [b"\xc0\xaf", b"\xe0\x80\xaf", b"\xf0\x80\x80\xaf", b"\xf8\x80\x80\x80\xaf", b"\xfc\x80\x80\x80\x80\xaf"]),
        (18, "the most in too many bytes", [b"\xc1\xbf", b"\xe0\x9f\xbf", b"\xf0\x8f\xbf\xbf", b"\xf8\x87\xbf\xbf\xbf", b"\xfc\x83\xbf\xbf\xbf\xbf"]),
        (19, "NUL in too many bytes", [b"\xc0\x80", b"\xe0\x80\x80", b"\xf0\x80\x80\x80", b"\xf8\x80\x80\x80\x80", b"\xfc\x80\x80\x80\x80\x80"]),
        (20, "a surrogate of UTF-16", surrogates),
        (21, "two surrogates of UTF-16", [high + low for high in surrogates[:4] for low in (surrogates[4], surrogates[6])]),
        (22, "points that are no characters", plane_ends),
        (23, "special points", [chr(point).encode() for point in range(0xFFF9, 0x10000)]),
    ]


def is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8", "strict")
        return True
    except UnicodeDecodeError:
        return False


class Text(WebSocketCases):
    def test_6_1_empty_fragments(self):
        whole, qid = pair(GREETING), GREETING
        self.run_rows([
            Row("6.1.1 empty text", [frame(b"")], [NO_JSON]),
            Row("6.1.2 three empty fragments", [frame(b"", final=False), frame(b"", CONTINUATION, final=False), frame(b"", CONTINUATION)], [NO_JSON]),
            Row("6.1.3 the middle one of three is not empty", [frame(b"", final=False), frame(whole, CONTINUATION, final=False), frame(b"", CONTINUATION)],
                [qid]),
        ])

    def test_6_2_valid(self):
        whole = pair(GREETING)
        middle = whole.index("µ".encode()) + 1
        by_character = [frame(character.encode(), CONTINUATION if index else TEXT, index == len(whole.decode()) - 1)
                        for index, character in enumerate(whole.decode())]
        self.run_rows([
            Row("6.2.1 in one fragment", [frame(whole)], [GREETING]),
            Row("6.2.2 a fragment for each character", by_character, [GREETING]),
            Row("6.2.3 a fragment for each octet", fragments(whole, 1), [GREETING]),
            Row("6.2.4 a fragment for each octet of Greek", fragments(pair("κόσμε"), 1), ["κόσμε"]),
            Row("two fragments, cut within a character", [frame(whole[:middle], final=False), frame(whole[middle:], CONTINUATION)], [GREETING]),
            Row("one frame whose writes are cut within each character", chopped(frame(whole)), [GREETING]),
            Row("a ping within a character", [frame(whole[:middle], final=False), frame(b"\xff", 9), frame(whole[middle:], CONTINUATION)],
                [(10, b"\xff"), GREETING]),
        ] + [Row(f"fragments of {size} octets", fragments(pair("aé€\U0001F600" * 50), size), ["aé€\U0001F600" * 50]) for size in range(2, 10)])

    def test_6_3_invalid(self):
        bad = BEFORE + GREEK + b"\xed\xa0\x80" + b"edited" + BEHIND
        cut = bad.index(b"\xed") + 1
        self.run_rows([
            Row("6.3.1 in one fragment", [frame(bad)], closes=NO_UTF8),
            Row("6.3.2 a fragment for each octet", fragments(bad, 1), closes=NO_UTF8),
            Row("cut within what is invalid", [frame(bad[:cut], final=False), frame(bad[cut:], CONTINUATION)], closes=NO_UTF8),
            Row("a character that the end of the message cuts off", [frame(b"[1,\"" + "€".encode()[:2])], closes=NO_UTF8),
            Row("the same in two fragments", [frame(b"[1,\"" + "€".encode()[:1], final=False), frame("€".encode()[1:2], CONTINUATION)], closes=NO_UTF8),
            Row("a character that goes on in the next message", [frame("€".encode()[:1]), frame("€".encode()[1:])], closes=NO_UTF8),
        ])

    def test_6_4_seen_at_once(self):
        """The rest of the message is never sent: the cluster may not wait for it."""
        self.run_rows([
            Row("6.4.1 three fragments, the second one invalid", [frame(GREEK, final=False), frame(b"\xf4\x90\x80\x80", CONTINUATION, final=False)],
                closes=NO_UTF8),
            Row("6.4.2 the same, as soon as it cannot become valid", [frame(GREEK + b"\xf4", final=False), frame(b"\x90", CONTINUATION, final=False)],
                closes=NO_UTF8),
            Row("6.4.3 one frame, its second part invalid", [frame(GREEK + b"\xf4\x90\x80\x80" + b"edited")[:6 + len(GREEK) + 4]], closes=NO_UTF8),
            Row("6.4.4 one frame, as soon as it cannot become valid", [frame(GREEK + b"\xf4\x90" + b"edited")[:6 + len(GREEK) + 2]], closes=NO_UTF8),
            Row("the first octet of a large frame", [frame(b"\xff" + b"x" * 100_000)[:20]], closes=NO_UTF8),
        ])

    def test_6_5_to_6_23_alone(self):
        """The sequence is the whole message, so that its end counts too; none is a pair."""
        rows = [Row(f"6.{group}.{number} {what}: {data.hex()}", [frame(data)], *([[NO_JSON]] if is_utf8(data) else [[], NO_UTF8]))
                for group, what, list_of_data in sequences() for number, data in enumerate(list_of_data, 1)]
        self.assertEqual(sum(row.closes is None for row in rows), 5 + 5 + 4 + 4 + 4 + 34 + 7)
        self.run_rows(rows)

    def test_6_5_to_6_23_within_a_pair(self):
        """What is valid comes back as it was sent. A control character is valid UTF-8, but not within a string of JSON."""
        rows = []
        for group, what, list_of_data in sequences():
            for number, data in enumerate(list_of_data, 1):
                name = f"6.{group}.{number} {what}: {data.hex()}"
                whole = pair(data)
                if not is_utf8(data):
                    rows.append(Row(name, [frame(whole)], closes=NO_UTF8))
                    rows.append(Row(name + ", octet by octet", fragments(whole, 1), closes=NO_UTF8))
                else:
                    answer = NO_JSON if data == b"\x00" else data.decode()
                    rows.append(Row(name, [frame(whole)], [answer]))
                    rows.append(Row(name + ", octet by octet", fragments(whole, 1), [answer]))
        self.run_rows(rows)


if __name__ == "__main__":
    unittest.main()
