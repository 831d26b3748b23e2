// The floor of one core: a bare epoll loop that looks for the blank line and sends canned bytes. It
// parses nothing, has no deadline and no limit; nothing that answers can be much faster.
//
// usage: floor PORT FILE     serves the bytes of FILE for each request, on 127.0.0.1:PORT
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

static char answer[1 << 25], input[1 << 16];

static void watch(int set, int descriptor) {
  struct epoll_event event = {.events = EPOLLIN, .data.fd = descriptor};
  epoll_ctl(set, EPOLL_CTL_ADD, descriptor, &event);
}

static void serve(int descriptor, size_t length) {
  ssize_t count = recv(descriptor, input, sizeof input, 0);
  if (count <= 0) {
    close(descriptor);
    return;
  }
  char *from = input, *end;
  while ((end = memmem(from, (size_t)(input + count - from), "\r\n\r\n", 4))) {
    send(descriptor, answer, length, MSG_NOSIGNAL);
    from = end + 4;
  }
}

int main(int count, char **arguments) {
  if (count != 3) return 2;
  FILE *file = fopen(arguments[2], "rb");
  if (!file) return 1;
  size_t length = fread(answer, 1, sizeof answer, file);
  fclose(file);
  int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), on = 1;
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(atoi(arguments[1]))};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (bind(listener, (struct sockaddr *)&address, sizeof address)) return 1;
  if (listen(listener, 4096)) return 1;
  int set = epoll_create1(0);
  watch(set, listener);
  struct epoll_event events[256];
  for (;;) {
    int ready = epoll_wait(set, events, 256, -1);
    for (int index = 0; index < ready; index++) {
      int descriptor = events[index].data.fd, accepted;
      if (descriptor != listener) serve(descriptor, (size_t)length);
      else
        while ((accepted = accept4(listener, 0, 0, SOCK_NONBLOCK)) >= 0) watch(set, accepted);
    }
  }
}
