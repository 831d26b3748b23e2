/// Server: connections: an event loop's streams and HTTP/1.1 around a responder.
