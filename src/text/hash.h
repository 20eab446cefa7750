/* Hashes that files on disk are made by, and so never change: FNV-1a (Fowler, Noll, Vo) over bytes, and the finalizer of MurmurHash3 (Appleby, in the public
 * domain), which spreads it over all bits. */
#ifndef NG_HASH_H
#define NG_HASH_H

#include <glib.h>

/* FNV-1a of nothing; then it is fed, byte by byte or several at once. */
#define NG_HASH_OF_NOTHING 0xcbf29ce484222325u

static inline guint64 ng_hash_byte(guint64 hash, char byte)
{
  return (hash ^ (guchar)byte) * 0x100000001b3u;
}

static inline guint64 ng_hash_bytes(guint64 hash, const char *bytes, gsize n)
{
  for (gsize i = 0; i < n; i++)
    hash = ng_hash_byte(hash, bytes[i]);
  return hash;
}

static inline guint64 ng_hash_mix(guint64 h)
{
  h = (h ^ h >> 33) * 0xff51afd7ed558ccdu;
  h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53u;
  return h ^ h >> 33;
}

#endif
