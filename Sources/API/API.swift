/// API: from request to response: the route table, query parameters, representations, pages.
///
/// The store it asks is `Catalog`; the bytes on the wire are framed by `HTTP1`.
