#define _GNU_SOURCE
#include "crashpoints.h"

#include <dlfcn.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static const char *const steps[] = {
    "begun",   "produced",         "flushed",           "offsets-sent",   "commit-asked", "commit-answered",
    "applied", "checkpoint-begun", "checkpoint-synced", "checkpoint-done",
};

// The step to die at, and how often it is still to be passed before that.
static char chosen[32];
static atomic_long remaining;

// What the thread is in the middle of: a committer's thread has one transaction at a time.
static _Thread_local int is_in_transaction, has_committed, is_in_checkpoint;
// For librdkafka's own threads, which write what the committer's thread waits for.
static atomic_int commits_asked;
// The stores' first transactions make their tables: they are no checkpoints.
static atomic_int commits_done;

void crash_points_are_here(void) {}

__attribute__((constructor)) static void choose(void) {
    const char *text = getenv("CRASH_AT");
    if (!text) return;
    size_t length = strcspn(text, ":");
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (strlen(steps[i]) != length || strncmp(steps[i], text, length)) continue;
        strcpy(chosen, steps[i]);
        atomic_store(&remaining, text[length] ? atol(text + length + 1) : 1);
        return;
    }
    fprintf(stderr, "crash points: there is no step %s\n", text);
    _exit(2);
}

static void at(const char *step) {
    if (strcmp(chosen, step) || atomic_fetch_sub(&remaining, 1) != 1) return;
    char line[96];
    int length = snprintf(line, sizeof line, "crash points: SIGKILL at %s\n", step);
    if (write(2, line, length) < 0) { /* there is nobody to tell */ }
    kill(getpid(), SIGKILL);
    pause();
}

#define NEXT(name) \
    static __typeof__(&name) next; \
    if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

// librdkafka's and LMDB's types are pointers here: this file needs none of their headers.

void *rd_kafka_begin_transaction(void *client) {
    NEXT(rd_kafka_begin_transaction);
    if (has_committed) at("applied");
    void *error = next(client);
    if (!error) {
        is_in_transaction = 1;
        at("begun");
    }
    return error;
}

int rd_kafka_flush(void *client, int timeout_ms) {
    NEXT(rd_kafka_flush);
    if (!is_in_transaction) return next(client, timeout_ms);
    at("produced");
    int code = next(client, timeout_ms);
    if (!code) at("flushed");
    return code;
}

void *rd_kafka_send_offsets_to_transaction(void *client, const void *offsets, const void *metadata, int timeout_ms) {
    NEXT(rd_kafka_send_offsets_to_transaction);
    void *error = next(client, offsets, metadata, timeout_ms);
    if (!error) at("offsets-sent");
    return error;
}

void *rd_kafka_commit_transaction(void *client, int timeout_ms) {
    NEXT(rd_kafka_commit_transaction);
    // It flushes once more, which is no step of its own.
    is_in_transaction = 0;
    atomic_fetch_add(&commits_asked, 1);
    void *error = next(client, timeout_ms);
    atomic_fetch_sub(&commits_asked, 1);
    if (!error) {
        has_committed = 1;
        atomic_store(&commits_done, 1);
        at("commit-answered");
    }
    return error;
}

ssize_t sendmsg(int socket, const struct msghdr *message, int flags) {
    NEXT(sendmsg);
    ssize_t written = next(socket, message, flags);
    if (written > 0 && atomic_load(&commits_asked) > 0 && message->msg_iovlen > 0) {
        // A request begins with its length in four bytes and its kind in two; EndTxn is 26.
        const struct iovec *first = message->msg_iov;
        const uint8_t *bytes = first->iov_base;
        if (first->iov_len >= 6 && bytes[4] == 0 && bytes[5] == 26) at("commit-asked");
    }
    return written;
}

int mdb_txn_begin(void *environment, void *parent, unsigned int flags, void **transaction) {
    NEXT(mdb_txn_begin);
    const unsigned int read_only = 0x20000;
    int code = next(environment, parent, flags, transaction);
    if (!code && !(flags & read_only) && atomic_load(&commits_done)) at("checkpoint-begun");
    return code;
}

int mdb_txn_commit(void *transaction) {
    NEXT(mdb_txn_commit);
    is_in_checkpoint = atomic_load(&commits_done);
    int code = next(transaction);
    if (!code && is_in_checkpoint) at("checkpoint-done");
    is_in_checkpoint = 0;
    return code;
}

int fdatasync(int file) {
    NEXT(fdatasync);
    int code = next(file);
    if (is_in_checkpoint) at("checkpoint-synced");
    return code;
}
