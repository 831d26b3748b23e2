/// EventLoop: the only caller of sockets, epoll and timers. It knows nothing of HTTP or TLS.
