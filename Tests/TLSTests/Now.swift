import Glibc

/// Seconds since 1970 UTC.
var now: Int { time(nil) }
