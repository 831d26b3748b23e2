/// API: from request to response.
///
/// Reading order: `RouteTable` lists what is answered. The handler of a `Route` makes a
/// `ResponseContent` from a `RequestContext`, or throws a `Problem`. `Shape` says how a thing is
/// shown. `Representation` renders the response once; `APIResponder` dispatches, keeps
/// representations and evaluates conditions.
///
/// The store it asks is `Catalog`; the bytes on the wire are framed by `HTTP1`.
