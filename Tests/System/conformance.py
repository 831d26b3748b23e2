"""Requests at the edges of RFC 9112 and 9110, and what a server of this API must make of them.

Each is text in Latin-1 with the status that it must get. Those under `KEPT` leave the connection
open for another request, those under `CLOSED` are answered and end it, refused or not.
"""
CHUNKED = "Transfer-Encoding: chunked"
HELLO = "5\r\nhello\r\n"
CONTROLS = "\0\x01\x08\n\x0b\x0c\r\x1b\x7f"


def line(first, *fields, content=""):
    """A request with this request line, a Host, and these field lines."""
    return bare(first, "Host: a", *fields, content=content)


def bare(*lines, content=""):
    return "".join(text + "\r\n" for text in lines) + "\r\n" + content


def get(*fields, content=""):
    return line("GET /v1 HTTP/1.1", *fields, content=content)


def post(*fields, content="hello"):
    return line("POST /v1 HTTP/1.1", *fields, content=content)


def target(text, method="GET"):
    return line(f"{method} {text} HTTP/1.1")


def host(value):
    return bare("GET /v1 HTTP/1.1", f"Host:{value}")


def length(value):
    return post(f"Content-Length:{value}")


def coding(value):
    return post(f"Transfer-Encoding:{value}", content=HELLO + "0\r\n\r\n")


def chunks(content):
    return post(CHUNKED, content=content)


def cases(status, make, texts):
    return [(status, make(text)) for text in texts]


METHODS_KEPT = [
    *cases(501, lambda name: target("/v1", name), ["get", "FOO", "!#$%&'*+-.^_`|~09aZ"]),
    *cases(405, lambda name: target("/v1", name), ["PUT", "DELETE", "PATCH", "POST", "TRACE"]),
    (204, target("*", "OPTIONS")), (204, target("http://a", "OPTIONS")),
    (204, target("http://a/v1", "OPTIONS")), (204, target("/v1", "OPTIONS")),
    (405, target("a:443", "CONNECT")), (405, target("[::1]:443", "CONNECT")),
    (200, target("/v1", "HEAD")), (404, target("/v1/nothing", "HEAD")),
]
METHODS_CLOSED = [
    *cases(400, lambda text: target(text, "CONNECT"),
           ["a", "a:", "a:99999", "/v1", "http://a/", "u@a:443", ":443", "*"]),
    *cases(400, target, ["*", "a:80", "v1"]),
    *cases(400, lambda text: target(text, "OPTIONS"), ["**", "*?a", "*/"]),
    (501, target("/v1", "A" * 3000)),
    *cases(400, lambda name: target("/v1", name),
           ["GE(T", "GET:", "GE\xc9T", *(f"GE{control}T" for control in CONTROLS)]),
]

LINES_KEPT = [
    (200, get()), (200, "\r\n" + get()), (200, "\r\n\r\n" + get()),
    *cases(200, lambda version: line(f"GET /v1 {version}"), ["HTTP/1.2", "HTTP/1.9"]),
]
LINES_CLOSED = [
    *cases(505, lambda version: line(f"GET /v1 {version}"),
           ["HTTP/2.0", "HTTP/2", "HTTP/3.0", "HTTP/0.9", "HTTP/9.9"]),
    *cases(400, lambda version: line(f"GET /v1 {version}"), [
        "HTTP/1.10", "HTTP/01.1", "HTTP/1.01", "HTTP/1", "HTTP/1.", "HTTP/.1", "HTTP/11",
        "http/1.1", "Http/1.1", "HTTP/1,1", "HTTP/1.1x", "HTTP 1.1", "HTTPS/1.1", "ICY/1.1",
        "HTTP/-1.1", "HTTP/+1.1", "HTTP/1 .1", "HTTP/1.1 ", "HTTP/1.1\t", "HTTP/1.1 HTTP/1.1", ""]),
    *cases(400, str, [
        "GET /v1\r\n", "GET /v1\r\n\r\n", "GET\r\n\r\n", "nonsense\r\n\r\n", " \r\n"]),
    *cases(400, line, [
        "GET  /v1 HTTP/1.1", "GET /v1  HTTP/1.1", "GET\t/v1 HTTP/1.1", "GET /v1\tHTTP/1.1",
        " GET /v1 HTTP/1.1", "GET\x0b/v1 HTTP/1.1", "GET /v1 x HTTP/1.1", "GET /v1\xa0HTTP/1.1"]),
    *cases(400, lambda start: start + get(), ["\n", "\r", "\n\r", " \r\n", "\r\n" * 100]),
    *cases(400, str, [
        "GET /v1 HTTP/1.1\nHost: a\r\n\r\n", "GET /v1 HTTP/1.1\r\nHost: a\n\r\n",
        "GET /v1 HTTP/1.1\r\nHost: a\r\n\n", "GET /v1 HTTP/1.1\n\nHost: a\r\n\r\n",
        "GET /v1\r HTTP/1.1\r\nHost: a\r\n\r\n", "GET /v1 HTTP/1.1\r\r\nHost: a\r\n\r\n",
        "GET /v1 HTTP/1.1\r\nHost: a\rX: y\r\n\r\n", "GET /v1 HTTP/1.1\rHost: a\r\n\r\n"]),
    *cases(400, str, [
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03", "\x80\x2e\x01\x03\x01", "SSH-2.0-x\r\n", "\0",
        "PROXY TCP4 1.2.3.4 1.2.3.4 1 2\r\n" + get(), "\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c"]),
]

TARGETS_KEPT = [
    *cases(200, target, [
        "http://a/v1", "HTTP://a/v1", "http://a:80/v1", "http://a:/v1", "http://[::1]:8/v1",
        "http://[v1.a]/v1", "https://a/v1", "http://other.example/v1", "/%76%31"]),
    *cases(404, target, [
        "//a/v1", "/v1%2Fstatements", "/v1/./x", "/v1;a", "/v1,a", "/v1:a", "/v1@", "/v1~",
        "/v1!$&'()*+", "/" + "a" * 7990]),
]
TARGETS_CLOSED = [
    *cases(400, target, [
        "http:///v1", "http://:80/v1", "http://u@a/v1", "http://u:p@a/v1", "http:/v1", "http:v1",
        "http://a:x/v1", "http://a:65536/v1", "http://a:-1/v1", "http://[::1/v1", "http://a%zz/v1",
        "http://a/v1#f", "http://a\\b/v1", "http://", "ftp://a/v1", "ws://a/v1", "mailto:a"]),
    *cases(400, target, ["/%", "/%1", "/%zz", "/%%", "/v1?%", "/v1\xc3\xa9", "/v1?\xff",
                         *(f"/v1{mark}" for mark in "\\#<>\"`{}|^[]"),
                         *(f"/v1{control}" for control in CONTROLS)]),
    (414, target("/" + "a" * 20_000)), (414, target("/v1?" + "a" * 20_000)),
    (400, bare("GET http://a/v1 HTTP/1.1")),
    (200, bare("GET http://a/v1 HTTP/1.0")),
]

FIELDS_KEPT = [
    *cases(200, get, [
        "X:", "X:a", "X: \t a \t ", "X: a\tb", "X: \xff\xc3\xa9\x80", "X: a:b::c",
        "X" * 8000 + ": a", "X: " + "a" * 8000, "If-None-Match: ,\"a\",,\"b\",",
        "TE: trailers, chunked",
        *(f"X{mark}b: a" for mark in "!#$%&'*+-.^_`|~09aZ")]),
    (200, get("If-None-Match: \"a\"", "If-None-Match: \"b\"")),
    (200, get(*(f"X{number}: a" for number in range(98)))),
]
FIELDS_CLOSED = [
    *cases(400, get, [
        "X : a", "X\t: a", "X", ": a", "X: a\r\n b", "X: a\r\n\tb", " X: a",
        "\xc3\xa9: a", "X\xff: a",
        *(f"X{mark}b: a" for mark in "()/;,<=>?@[\\]{}\" "),
        *(f"X: a{control}b" for control in CONTROLS),
        *(f"X{control}b: a" for control in CONTROLS)]),
    *cases(400, str, [
        bare("GET /v1 HTTP/1.1", " Host: a"), bare("GET /v1 HTTP/1.1", "\tX: a", "Host: a"),
        bare("GET /v1 HTTP/1.1", "Host: a", " ")]),
    (431, get(*["A: b"] * 3000)), (431, get("X: " + "a" * 100_000)), (431, get("X" * 100_000)),
]

HOSTS_KEPT = cases(200, host, [
    "a", " a", " a\t", " a.", " a.b.", " A.B", " a_b", " a:80", " a:", " a:65535", " a:080",
    " [::1]", " [::1]:80", " [v1.fe]", " [::ffff:1.2.3.4]", " [1:2:3:4:5:6:7::]", " 1.2.3.4",
    " 1.2.3",
    " xn--9ca", " a%41"])
HOSTS_CLOSED = [
    *cases(400, host, [
        " a:65536", " a:-1", " a:+1", " a:x", " a:8x", " a:80:80", " a: 80", " a :80", " :80",
        " [::1]x", " [::1", " ::1", " [::1%25eth0]", " [::1%eth0]", " [v.fe]", " [::1.2.3.400]",
        " [1:2:3:4:5:6:7]", " [1:2:3:4:5:6:7:8:9]", " [g::]", " [12345::]", " []", " [::1::]",
        " u@a", " u:p@a", " a/b", " a?b", " a#b", " a b", " a\tb", " a, b", " \xc3\xa9", " a%4",
        " a%zz", " http://a", " a\\b", " a\"b", " <a>", "",
        *(f" a{control}b" for control in CONTROLS)]),
    (400, bare("GET /v1 HTTP/1.1")), (400, bare("GET /v1 HTTP/1.2")),
    *cases(400, get, ["Host: a", "Host: b", "HOST: a", "host:"]),
    (400, bare("GET /v1 HTTP/1.0", "Host: a", "Host: a")),
    (400, bare("GET /v1 HTTP/1.0", "Host: a b")), (200, bare("GET /v1 HTTP/1.0")),
]

LENGTHS_KEPT = [
    *cases(405, length, ["5", " 5 ", "\t5", "05", "0" * 100 + "5"]),
    (405, post("Content-Length: 60000", content="x" * 60_000)),
    (200, get("Content-Length: 5", content="hello")), (200, get("Content-Length: 0")),
    (200, line("HEAD /v1 HTTP/1.1", "Content-Length: 5", content="hello")),
    (204, line("OPTIONS /v1 HTTP/1.1", "Content-Length: 5", content="hello")),
    (200, get("Content_Length: 5")),
]
LENGTHS_CLOSED = [
    *cases(400, length, [
        "", " ", "+5", "-5", "0x5", "5.0", "5e0", "5 5", "5;", "5_0", "\"5\"", "\xb2", "five",
        "5,5", "5, 5", "5,6", "5,", ",5", "5,,5", "5\x0b", "5\0", "18446744073709551621",
        "9223372036854775808"]),
    *cases(413, length, ["4294967301", "65537", "9223372036854775807"]),
    (400, post("Content-Length: 5", "Content-Length: 5")),
    (400, post("Content-Length: 5", "Content-Length: 6")),
    (400, post("Content-Length: 0", "Content-Length: 5")),
    (400, post("Content-Length : 5")), (400, post("Content-Length: \r\n 5")),
]

CODINGS_KEPT = [
    *cases(405, coding, [
        "chunked", " Chunked", " CHUNKED ", ",chunked", "chunked,", " , ,chunked, ,"]),
    (200, get(CHUNKED, content=HELLO + "0\r\n\r\n")), (200, get("Transfer_Encoding: chunked")),
]
CODINGS_CLOSED = [
    *cases(400, coding, [
        "", "identity", "gzip", "chunked, chunked", "chunked, gzip", "chunked, identity",
        "xchunked", "chun ked", "chunked;a=b", "\"chunked\"", "chunked\xa0", "\x0bchunked",
        "chunked\x0b",
        "chunked\0", "\r\n chunked"]),
    *cases(501, coding, ["gzip, chunked", "identity, chunked", "x;a=b, chunked"]),
    (400, post(CHUNKED, CHUNKED, content="0\r\n\r\n")),
    (400, post(CHUNKED, "Content-Length: 5", content="0\r\n\r\n")),
    (400, post("Content-Length: 5", CHUNKED, content="0\r\n\r\n")),
    (400, post("Content-Length: 0", CHUNKED, content="0\r\n\r\n")),
    (400, post("Transfer-Encoding : chunked", content="0\r\n\r\n")),
    (400, line("POST /v1 HTTP/1.0", CHUNKED, content="0\r\n\r\n")),
    (501, post("Transfer-Encoding: gzip", CHUNKED, content="0\r\n\r\n")),
]

CHUNKS_KEPT = cases(405, chunks, [
    "0\r\n\r\n", "000\r\n\r\n", HELLO + "0\r\n\r\n", "0" * 200 + HELLO + "0\r\n\r\n",
    "a\r\n0123456789\r\n0\r\n\r\n", "A\r\n0123456789\r\n00\r\n\r\n",
    *(f"5{extension}\r\nhello\r\n0{extension}\r\n\r\n" for extension in [
        ";a", ";a=b", ";a=\"b\"", ";a=\"\"", ";a=\"b;c\\\"\xff\t\"", " ; a = b",
        "\t;\ta", ";a;b;c=d"]),
    HELLO + "0\r\nX: y\r\n\r\n", HELLO + "0\r\nX:\r\nX: \xff\t\r\n\r\n",
    HELLO + "0\r\nContent-Length: 9\r\nHost: b\r\nTransfer-Encoding: x\r\n\r\n"])
CHUNKS_CLOSED = [
    *cases(400, chunks, [
        "5\nhello\r\n0\r\n\r\n", "5\r\nhello\n0\r\n\r\n", "5\r\nhello0\r\n\r\n",
        "5\rhello\r\n0\r\n\r\n",
        HELLO + "0\n\r\n", HELLO + "0\r\n\n", "5\r\nhelloX\r\n0\r\n\r\n",
        "\r\nhello\r\n0\r\n\r\n"]),
    *cases(400, lambda size: chunks(f"{size}\r\nhello\r\n0\r\n\r\n"), [
        "0x5", "+5", "-5", "5_", " 5", "5 ", "5\t", "g", "5g", "5.0", "5,5", "5 a", "\xb5", "5\0",
        "10000000000000005", "FFFFFFFFFFFFFFFFF"]),
    *cases(400, lambda extension: chunks(f"5{extension}\r\nhello\r\n0\r\n\r\n"), [
        ";", ";;", ";a=", ";=b", ";a b", ";a=b c", ";a=\"b", ";a=\"b\"c", ";a\nb", ";a\rb", ";a\0",
        ";a=\"b\r\nc\"", ";a=\"b\nc\"", ";a=\"\0\"", ";\xe9", ";" + "a" * 10_000]),
    *cases(400, lambda trailer: chunks(f"{HELLO}0\r\n{trailer}\r\n\r\n"), [
        "X : y", " X: y", "X", ": y", "X: \0", "X: a\r\n b", "X: y\n", "X\xe9: y"]),
    (413, chunks("7FFFFFFFFFFFFFFF\r\nhello")), (413, chunks("10001\r\n")),
    (431, chunks(HELLO + "0\r\nX: " + "a" * 100_000)),
]

CONNECTIONS_KEPT = [
    *cases(200, get, ["Connection: closed", "Connection: x-close", "Connection: host",
                      "Connection:", "Connection: keep-alive, Upgrade", "Keep-Alive: timeout=1",
                      "Proxy-Connection: close", "X-Connection: close"]),
    (200, get("Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAMAAABk")),
    (200, get("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13")),
    (200, bare("GET /v1 HTTP/1.0", "Connection: Keep-Alive")),
    *cases(200, get, ["Expect: 100-continue", "Expect: 100-Continue", "Expect:"]),
]
CONNECTIONS_CLOSED = [
    *cases(200, lambda value: get(f"Connection:{value}"), [
        "close", " CLOSE", "\tclose\t", " x , close", " ,,close,", " close, keep-alive"]),
    (200, get("Connection: keep-alive", "Connection: close")),
    (200, bare("GET /v1 HTTP/1.0", "Connection: keep-alive, close")),
    *cases(417, get, ["Expect: x", "Expect: 100-continue, x", "Expect: 100-continue;a=b"]),
    (417, post("Expect: 200-ok", "Content-Length: 5")),
]

KEPT = (METHODS_KEPT + LINES_KEPT + TARGETS_KEPT + FIELDS_KEPT + HOSTS_KEPT + LENGTHS_KEPT
        + CODINGS_KEPT + CHUNKS_KEPT + CONNECTIONS_KEPT)
CLOSED = (METHODS_CLOSED + LINES_CLOSED + TARGETS_CLOSED + FIELDS_CLOSED + HOSTS_CLOSED
          + LENGTHS_CLOSED + CODINGS_CLOSED + CHUNKS_CLOSED + CONNECTIONS_CLOSED)
