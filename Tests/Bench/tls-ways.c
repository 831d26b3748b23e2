// Ways for OpenSSL to reach a socket, side by side: on the descriptor, over memory BIOs, and over a
// BIO that appends to a buffer of the caller's, as Sources/TLS does. CPU time of the server's
// thread for one request and answer, TLS 1.3, over a socket pair.
//
//   cc -O2 -o ways Tests/Bench/tls-ways.c -lssl -lcrypto -lpthread
//   ./ways certificate.pem key.pem [ANSWER_BYTES [REQUESTS]]
#include <openssl/ssl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum way { DESCRIPTOR, MEMORY, LENT, WAYS };
static const char *names[WAYS] = {"descriptor", "memory BIOs", "lent buffers"};
static char request[200], *answer, input[65536], *output;
static size_t answer_count = 24000, output_count, given, taken;
static int requests = 20000;

static int lent_read(BIO *bio, char *target, int count) {
  BIO_clear_retry_flags(bio);
  size_t left = given - taken, size = left < (size_t)count ? left : (size_t)count;
  if (size == 0) { BIO_set_retry_read(bio); return -1; }
  memcpy(target, input + taken, size);
  taken += size;
  return (int)size;
}

static int lent_write(BIO *bio, const char *source, int count) {
  BIO_clear_retry_flags(bio);
  memcpy(output + output_count, source, (size_t)count);
  output_count += (size_t)count;
  return count;
}

static long lent_control(BIO *bio, int command, long number, void *pointer) {
  (void)bio, (void)number, (void)pointer;
  return command == BIO_CTRL_FLUSH;
}

static void *client(void *argument) {
  SSL *ssl = argument;
  char *buffer = malloc(answer_count);
  SSL_connect(ssl);
  for (int turn = 0; turn < requests; turn++) {
    SSL_write(ssl, request, sizeof request);
    for (size_t have = 0; have < answer_count;) {
      int count = SSL_read(ssl, buffer, (int)(answer_count - have));
      if (count <= 0) exit(1);
      have += (size_t)count;
    }
  }
  free(buffer);
  return NULL;
}

// Sends what OpenSSL has put out, then receives, unless there is something to read already.
static void exchange(SSL *ssl, enum way way, int descriptor, int receives) {
  if (way == MEMORY) output_count = (size_t)BIO_read(SSL_get_wbio(ssl), output, 1 << 20);
  if ((ssize_t)output_count > 0) send(descriptor, output, output_count, 0);
  output_count = 0;
  if (!receives) return;
  ssize_t count = recv(descriptor, input, sizeof input, 0);
  if (count <= 0) exit(1);
  if (way == MEMORY) BIO_write(SSL_get_rbio(ssl), input, (int)count);
  given = way == LENT ? (size_t)count : 0, taken = 0;
}

static double serve(SSL *ssl, enum way way, int descriptor) {
  struct timespec begin, end;
  char plain[16384];
  while (SSL_accept(ssl) != 1) exchange(ssl, way, descriptor, 1);
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
  for (int turn = 0; turn < requests; turn++) {
    while (SSL_read(ssl, plain, sizeof plain) <= 0) exchange(ssl, way, descriptor, 1);
    SSL_write(ssl, answer, (int)answer_count);
    if (way != DESCRIPTOR) exchange(ssl, way, descriptor, 0);
  }
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
  return (double)(end.tv_sec - begin.tv_sec) * 1e6 + (double)(end.tv_nsec - begin.tv_nsec) / 1e3;
}

int main(int count, char **words) {
  if (count < 3) return 2;
  if (count > 3) answer_count = (size_t)atol(words[3]);
  if (count > 4) requests = atoi(words[4]);
  answer = calloc(1, answer_count), output = malloc(1 << 20);
  SSL_CTX *server = SSL_CTX_new(TLS_server_method()), *peer = SSL_CTX_new(TLS_client_method());
  SSL_CTX_use_certificate_file(server, words[1], SSL_FILETYPE_PEM);
  SSL_CTX_use_PrivateKey_file(server, words[2], SSL_FILETYPE_PEM);
  BIO_METHOD *lent = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "lent");
  BIO_meth_set_read(lent, lent_read);
  BIO_meth_set_write(lent, lent_write);
  BIO_meth_set_ctrl(lent, lent_control);
  for (int round = 0; round < 5; round++) {
    for (enum way way = 0; way < WAYS; way++) {
      int pair[2];
      pthread_t thread;
      socketpair(AF_UNIX, SOCK_STREAM, 0, pair);
      SSL *theirs = SSL_new(peer), *ours = SSL_new(server);
      SSL_set_fd(theirs, pair[1]);
      if (way == DESCRIPTOR) SSL_set_fd(ours, pair[0]);
      if (way == MEMORY) SSL_set_bio(ours, BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
      if (way == LENT) {
        BIO *bio = BIO_new(lent);
        BIO_set_init(bio, 1);
        SSL_set_bio(ours, bio, bio);
      }
      pthread_create(&thread, NULL, client, theirs);
      printf("%-12s %7.2f us\n", names[way], serve(ours, way, pair[0]) / requests);
      pthread_join(thread, NULL);
      SSL_free(ours), SSL_free(theirs), close(pair[0]), close(pair[1]);
    }
  }
  return 0;
}
