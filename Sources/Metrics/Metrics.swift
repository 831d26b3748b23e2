/// Metrics: numbers that one thread counts and any thread reads, and the text that monitoring
/// systems take them in.
///
/// `Counter` and `Histogram` are the numbers, without a lock; `Exposition` writes them. What is
/// counted is decided where it happens: in `EventLoop`, `Server` and `signatory`.
