/// What a loop does with a stream after its handler has handled an event.
package enum Directive: Sendable {
  /// Go on: send what was gathered and wait for more.
  case keep
  /// There is more to answer than one output should hold: send this, let others have their turn,
  /// then call `resume`.
  case more
  /// Send what was gathered, then end the sending side, and close when the peer has done the same.
  case finish
  /// Send what was gathered, then close: the peer has said that it sends nothing more.
  case end
  /// Close at once, sent or not.
  case abort

  /// Whether what was gathered is the last that is sent.
  package var isLast: Bool {
    switch self {
    case .finish, .end: true
    case .keep, .more, .abort: false
    }
  }
}

/// What the bytes of one stream mean.
///
/// The loop calls the methods on its own thread, one at a time. Each may append to `output`, move
/// `stream.deadline`, and returns what is to be done next.
package protocol StreamHandler: AnyObject {
  /// The stream has been accepted; `isRefused` when the loop has no room for it, so that all there
  /// is to do is to say so and finish.
  func opened(_ stream: Stream, isRefused: Bool, into output: inout Output) -> Directive

  /// The peer sent `bytes`. They are the loop's: what is needed later must be copied.
  func receive(_ bytes: Span<UInt8>, on stream: Stream, into output: inout Output) -> Directive

  /// All output has been taken; what was put off for lack of room can go on.
  func resume(_ stream: Stream, into output: inout Output) -> Directive

  /// The peer will send nothing more; it may still read.
  func inputEnded(on stream: Stream, into output: inout Output) -> Directive

  /// The deadline has passed.
  func expired(_ stream: Stream, into output: inout Output) -> Directive

  /// The loop wants to end: finish as soon as what is in flight is answered.
  func drain(_ stream: Stream, into output: inout Output) -> Directive

  /// The stream is closed. Nothing is called after this.
  func closed()
}

/// One accepted connection, as the loop keeps it.
package final class Stream {
  /// How the stream stands with the loop.
  ///
  /// | phase     | input            | leaves by                                        |
  /// |-----------|------------------|--------------------------------------------------|
  /// | open      | handled          | `finish` → finishing, `end` or end of input →    |
  /// |           |                  | inputEnded                                       |
  /// | inputEnded| none             | backlog sent → closed                            |
  /// | finishing | not read         | backlog sent → lingering                         |
  /// | lingering | read and dropped | end of input, deadline, too much → closed        |
  enum Phase: UInt8 {
    case open, inputEnded, finishing, lingering
  }

  let descriptor: Descriptor
  let handler: any StreamHandler
  var phase = Phase.open
  var interest = Interest.input
  var token: UInt64 = 0
  var backlog = Backlog()
  /// When the peer must have taken some of the backlog, in the loop's milliseconds.
  var writeDeadline: UInt64 = 0
  /// When the wheel will remind of this stream; a later `deadline` is then set anew.
  var reminder = UInt64.max
  /// Bytes of the backlog that are counted as the loop's.
  var heldBytes = 0
  /// How it is counted now.
  var counted = StreamState.reading
  /// Bytes dropped while lingering.
  var dropped = 0
  /// Whether `resume` is to be called once the socket takes output again.
  var hasMore = false
  /// Whether it waits among the loop's costly streams.
  var isPutOff = false

  /// When `expired` is to be called, in the loop's milliseconds. It does not run while output waits
  /// to be taken, which has a deadline of its own.
  package var deadline: UInt64

  /// What its handler is at: `opening`, `idle` or `reading`.
  package var activity = StreamState.reading
  /// How many requests its handler has answered during the present event.
  package var answers: UInt64 = 0

  /// Whether its input is costly to handle: others go first, and few such streams in one turn, so
  /// that many of them at once do not keep the others waiting. So it is with those that have more
  /// to send than one output holds.
  package var isCostly = false

  init(_ descriptor: consuming Descriptor, handler: any StreamHandler, deadline: UInt64) {
    self.descriptor = descriptor
    self.handler = handler
    self.deadline = deadline
  }
}
