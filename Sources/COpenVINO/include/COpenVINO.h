/// The part of OpenVINO's C interface that a text encoder needs, found at run time.
///
/// The library is opened by its path, so that a program builds, and starts, on a machine that has none. Every call
/// answers with null or false where something is amiss, and `covino_last_error` says what; none of them ends the
/// process. A runtime and an encoder may be used from several threads at once, a request from one at a time.

#ifndef COPENVINO_H
#define COPENVINO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#define COVINO_NULLABLE _Nullable
#else
#define COVINO_NULLABLE
#endif

/// The opened library and its core.
typedef struct covino_runtime covino_runtime;
/// A text encoder compiled for the CPU: inputs of token ids, attention mask and token types, one output of floats.
typedef struct covino_encoder covino_encoder;
/// What one thread needs to run an encoder: its tensors and its working memory.
typedef struct covino_request covino_request;

/// The encoder's last output, owned by the request and good until its next run.
typedef struct {
  const float *COVINO_NULLABLE values;
  /// `rows`, `columns` and `width`, in this order; the values lie in row-major order.
  int64_t rows;
  int64_t columns;
  int64_t width;
} covino_output;

/// Why the last call on this thread failed: one line of text, good until the thread's next call; never empty.
const char *covino_last_error(void);

/// Opens the library at a path. It stays mapped until the process ends: its threads may outlive any one user.
covino_runtime *COVINO_NULLABLE covino_runtime_open(const char *library_path);

void covino_runtime_free(covino_runtime *runtime);

/// Reads a model and compiles it in single precision, so that all processors give the same values.
///
/// `streams` is how many requests may run at once, each on the thread that calls it. The runtime must outlive it.
covino_encoder *COVINO_NULLABLE covino_encoder_compile(
    covino_runtime *runtime, const char *model_path, int32_t streams);

void covino_encoder_free(covino_encoder *encoder);

/// The encoder must outlive the request.
covino_request *COVINO_NULLABLE covino_request_create(covino_encoder *encoder);

void covino_request_free(covino_request *request);

/// Encodes `rows` sequences of `columns` tokens each, and waits for it. `ids` and `mask` hold rows x columns numbers;
/// all token types are zero.
bool covino_request_run(
    covino_request *request, const int64_t *ids, const int64_t *mask, int64_t rows, int64_t columns,
    covino_output *output);

#undef COVINO_NULLABLE
#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
