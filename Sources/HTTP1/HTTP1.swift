/// HTTP1: the wire of HTTP/1.1 (RFC 9112), sans-IO: bytes in, events and bytes out.
///
/// Framing, limits, keep-alive and pipelining live here. No socket, no clock, no route: time-outs
/// are the server's, answers the responder's.
