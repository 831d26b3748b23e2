#include <errno.h>
#include <iconv.h>

// 0, or why converting stopped: EILSEQ, EINVAL or E2BIG.
static inline int ciconv_convert(
    iconv_t converter, char **from, size_t *left, char **to, size_t *room) {
  return iconv(converter, from, left, to, room) == (size_t)-1 ? errno : 0;
}

static const int ciconv_is_full = E2BIG;
