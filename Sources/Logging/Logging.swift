/// Logging: messages on standard error, and the access log.
///
/// `Log` writes a `LogEvent` as text or JSON; `AccessLog` writes a line for each request. Both go
/// to a `LogSink`, which writes on a thread of its own: nobody waits for a log, and what is dropped
/// is counted.
