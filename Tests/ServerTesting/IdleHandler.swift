package import EventLoop

/// The handler of a stream to which nothing happens.
package final class IdleHandler: StreamHandler {
  package init() {}

  package func opened(_ stream: Stream, isRefused: Bool, into output: inout Output) -> Directive {
    .keep
  }
  package func receive(_ bytes: Span<UInt8>, on stream: Stream, into output: inout Output)
    -> Directive
  {
    .keep
  }
  package func resume(_ stream: Stream, into output: inout Output) -> Directive { .keep }
  package func inputEnded(on stream: Stream, into output: inout Output) -> Directive { .keep }
  package func expired(_ stream: Stream, into output: inout Output) -> Directive { .keep }
  package func drain(_ stream: Stream, into output: inout Output) -> Directive { .keep }
  package func closed() {}
}
