// What Swift's Glibc module leaves out of Linux's socket interface. Headers and inline wrappers
// only.
#ifndef SIGNATORY_CLINUX_H
#define SIGNATORY_CLINUX_H

#include <malloc.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

// Behind _GNU_SOURCE, which must not be defined here: it breaks against the Glibc module.
int accept4(int descriptor, struct sockaddr *address, socklen_t *length, int flags);

// The cores that the calling thread may run on; 0 where the system does not tell.
static inline int clinux_core_count(void) {
  unsigned long mask[128];
  long bytes = syscall(SYS_sched_getaffinity, 0, sizeof mask, mask);
  int count = 0;
  for (long word = 0; word < bytes / (long)sizeof mask[0]; word++)
    count += __builtin_popcountl(mask[word]);
  return count;
}

// Names the calling thread; at most 15 bytes are kept.
static inline void clinux_name_thread(const char *name) { prctl(PR_SET_NAME, name); }

// The calls that move bytes, past the C library, which makes each a point where a thread can be
// cancelled: none is here, and that takes locked instructions before and after each call.
// `syscall` takes whole registers: every argument is as wide as one.
static inline long clinux_receive(int descriptor, void *buffer, unsigned long bytes) {
  return syscall(SYS_recvfrom, (long)descriptor, buffer, bytes, 0L, 0L, 0L);
}

static inline long clinux_send(
    int descriptor, const void *bytes, unsigned long count, int flags) {
  return syscall(SYS_sendto, (long)descriptor, bytes, count, (long)flags, 0L, 0L);
}

static inline long clinux_send_pieces(int descriptor, const struct msghdr *message, int flags) {
  return syscall(SYS_sendmsg, (long)descriptor, message, (long)flags);
}

// A file in memory, which has no name; -1 and errno where there can be none.
static inline int clinux_memory_file(void) {
  return (int)syscall(SYS_memfd_create, "signatory", 1UL);
}

// Gives the pages that the heap does not use back to the system.
static inline void clinux_trim_heap(void) { malloc_trim(0); }

// Enumerations and 1u<<31 macros do not reach Swift as plain integers.
static const uint32_t clinux_epoll_in = EPOLLIN;
static const uint32_t clinux_epoll_out = EPOLLOUT;
static const int32_t clinux_msg_nosignal = MSG_NOSIGNAL;
static const int32_t clinux_msg_more = MSG_MORE;
static const int32_t clinux_shut_wr = SHUT_WR;
static const int32_t clinux_epoll_cloexec = EPOLL_CLOEXEC;
static const int32_t clinux_eventfd_flags = EFD_CLOEXEC | EFD_NONBLOCK;
static const int32_t clinux_stream = SOCK_STREAM;
static const int32_t clinux_stream_flags = SOCK_NONBLOCK | SOCK_CLOEXEC;

#endif
