internal import Metrics

extension Loop {
  /// Does what a stream is ready for.
  func handle(_ stream: Stream, _ buffer: inout [UInt8]) {
    switch stream.interest {
    case .output:
      // A peer that is gone, or output that can go on: sending tells which.
      sendBacklog(of: stream)
    case .input, .none:
      receive(from: stream, &buffer)
    }
    if stream.answers > 0 { countAnswers(of: stream) }
  }

  @inline(__always)
  private func countAnswers(of stream: Stream) {
    moment = kernel.steadyNanoseconds()
    counters.durations.record(nanoseconds: moment &- clock.nanoseconds, times: stream.answers)
    stream.answers = 0
  }

  private func receive(from stream: Stream, _ buffer: inout [UInt8]) {
    switch kernel.receive(from: stream.descriptor.number, into: &buffer) {
    case .done(0):
      endInput(of: stream)
    case .done(let count):
      counters.receivedBytes.add(UInt64(truncatingIfNeeded: count))
      if stream.phase == .lingering {
        drop(count, from: stream)
      } else {
        let bytes = buffer.span.extracting(..<count)
        carryOut(stream.handler.receive(bytes, on: stream, into: &output), on: stream)
      }
    case .wouldBlock:
      break
    case .failed(let error):
      // For want of memory the bytes stay where they are, and are reported again.
      if !error.isExhaustion { close(stream) }
    }
  }

  private func endInput(of stream: Stream) {
    if stream.phase == .lingering {
      close(stream)
      return
    }
    stream.phase = .inputEnded
    carryOut(stream.handler.inputEnded(on: stream, into: &output), on: stream)
  }

  private func drop(_ count: Int, from stream: Stream) {
    stream.dropped += count
    if stream.dropped > limits.lingerBytesMax { close(stream) }
  }

  /// Sends what the stream gathered and does as it directs.
  func carryOut(_ directive: Directive, on stream: Stream) {
    if directive == .abort {
      output.removeAll()
      close(stream)
      return
    }
    let isLast = directive.isLast && stream.phase == .open
    guard sendOutput(of: stream, isLast: isLast) else { return close(stream) }
    if directive == .more {
      stream.hasMore = true
      if stream.backlog.isEmpty { startStallClock(of: stream) }
    }
    if isLast { stream.phase = directive == .end ? .inputEnded : .finishing }
    settle(stream)
  }

  /// Brings interest and reminder in line with what the stream waits for now, or closes it.
  private func settle(_ stream: Stream) {
    guard holdsWithinBounds(stream) else { return close(stream) }
    if !stream.awaitsOutput {
      switch stream.phase {
      case .open, .lingering: break
      case .inputEnded: return close(stream)
      case .finishing: linger(stream)
      }
    }
    let interest: Interest = stream.awaitsOutput ? .output : .input
    if interest != stream.interest {
      stream.interest = interest
      let number = stream.descriptor.number
      if case .failed = poll.change(number, to: interest, token: stream.token) {
        return close(stream)
      }
    }
    count(stream)
    remind(stream)
  }

  /// Counts the stream among those that are at the same.
  @inline(__always)
  private func count(_ stream: Stream) {
    let state: StreamState =
      stream.awaitsOutput ? .writing : stream.phase == .open ? stream.activity : .closing
    guard state != stream.counted else { return }
    counters.left(stream.counted)
    counters.entered(state)
    stream.counted = state
  }

  /// Counts the stream's backlog as the loop's. False when all backlogs together are too much.
  private func holdsWithinBounds(_ stream: Stream) -> Bool {
    backlogBytes += stream.backlog.count - stream.heldBytes
    stream.heldBytes = stream.backlog.count
    return backlogBytes <= limits.backlogPerLoopBytesMax
  }

  /// Ends the sending side and waits for the peer to have read it: closing with unread input would
  /// reset the connection and may take the answer with it.
  private func linger(_ stream: Stream) {
    stream.phase = .lingering
    stream.deadline = clock.milliseconds &+ limits.lingerTimeoutMilliseconds
    _ = kernel.shutdownWriting(stream.descriptor.number)
  }

  /// Sends the loop's gathered output to the stream, and keeps as its backlog what the socket does
  /// not take. False when the connection is broken.
  private func sendOutput(of stream: Stream, isLast: Bool) -> Bool {
    guard !output.isEmpty else { return true }
    guard stream.backlog.isEmpty else {
      output.move(to: &stream.backlog)
      return true
    }
    var sent = 0
    switch kernel.send(output, to: stream.descriptor.number, isLast: isLast) {
    case .done(let count):
      sent = count
      counters.sentBytes.add(UInt64(truncatingIfNeeded: count))
    case .wouldBlock: break
    case .failed(let error):
      guard error.isExhaustion else {
        output.removeAll()
        return false
      }
    }
    if sent < output.count {
      output.move(to: &stream.backlog)
      stream.backlog.drop(sent)
      startStallClock(of: stream)
    } else {
      output.removeAll()
    }
    return true
  }

  private func startStallClock(of stream: Stream) {
    stream.writeDeadline = clock.milliseconds &+ limits.writeStallTimeoutMilliseconds
  }

  /// Offers the socket the first pieces of the backlog. False when the connection is broken.
  private func sendSome(of stream: Stream) -> Bool {
    switch kernel.send(stream.backlog, to: stream.descriptor.number) {
    case .done(let sent):
      counters.sentBytes.add(UInt64(truncatingIfNeeded: sent))
      stream.backlog.drop(sent)
      // Each byte taken buys time at the slowest pace allowed, never more than the stall time.
      let bought = UInt64(clamping: sent).multipliedReportingOverflow(by: 1000).partialValue
      stream.writeDeadline = min(
        stream.writeDeadline &+ bought / max(limits.writeBytesPerSecondMin, 1),
        clock.milliseconds &+ limits.writeStallTimeoutMilliseconds)
      return true
    case .wouldBlock:
      return true
    case .failed(let error):
      return error.isExhaustion
    }
  }

  private func sendBacklog(of stream: Stream) {
    guard stream.backlog.isEmpty || sendSome(of: stream) else { return close(stream) }
    if stream.backlog.isEmpty, stream.phase == .open || stream.phase == .inputEnded {
      stream.hasMore = false
      carryOut(stream.handler.resume(stream, into: &output), on: stream)
    } else {
      settle(stream)
    }
  }

  /// The stream's deadline has passed.
  func expire(_ stream: Stream) {
    if stream.awaitsOutput || stream.phase != .open {
      close(stream)
    } else {
      carryOut(stream.handler.expired(stream, into: &output), on: stream)
    }
  }

  func close(_ stream: Stream) {
    guard streams[stream.token] === stream else { return }
    // Its descriptor is closed, and so out of the epoll set, when the last reference goes: before
    // the next wait. Events of it that are already here find no stream.
    streams.remove(stream)
    counters.left(stream.counted)
    backlogBytes -= stream.heldBytes
    stream.handler.closed()
    madeRoom()
  }
}

extension Stream {
  /// Whether output waits for the peer to make room, gathered or still to be made.
  var awaitsOutput: Bool { hasMore || !backlog.isEmpty }

  /// The deadline that counts now.
  var nextDeadline: UInt64 { awaitsOutput ? writeDeadline : deadline }
}
