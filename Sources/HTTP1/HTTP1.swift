/// HTTP1: the wire of HTTP/1.1 (RFC 9112), sans-IO: bytes in, events and bytes out.
///
/// `RequestReader` finds the requests in a connection's bytes, `HeadScanner` reads a head,
/// `Framing` says where its content ends and `ContentDecoder` reads chunks; `Limits` bounds each of
/// them. No socket, no clock, no route: time-outs are the server's, answers the responder's.
