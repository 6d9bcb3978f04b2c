/// The part of OpenVINO's C interface that running a model on the CPU needs, found at run time.
///
/// The library is opened by its path, so that a program builds, and starts, on a machine that has none. Every call
/// answers with null or false where something is amiss, and `covino_last_error` says what; none of them ends the
/// process. A runtime and a model may be used from several threads at once, a request from one at a time.

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
/// A model compiled for the CPU; its outputs are of floats.
typedef struct covino_model covino_model;
/// What one thread needs to run a model: its tensors and its working memory.
typedef struct covino_request covino_request;

enum { COVINO_MAXIMUM_RANK = 4 };

typedef enum { COVINO_FLOAT, COVINO_INT64, COVINO_BYTE } covino_type;

/// Where an input lies; it is read there and nowhere copied by this library.
typedef struct {
  const char *name;
  covino_type type;
  int32_t rank;
  int64_t dims[COVINO_MAXIMUM_RANK];
  const void *values;
} covino_input;

/// An output of a model's last run, owned by the request and good until its next run.
typedef struct {
  const float *COVINO_NULLABLE values;
  int32_t rank;
  /// In row-major order; 1 past the rank.
  int64_t dims[COVINO_MAXIMUM_RANK];
} covino_output;

/// Why the last call on this thread failed: one line of text, good until the thread's next call; never empty.
const char *covino_last_error(void);

/// Opens the library at a path. It stays mapped until the process ends: its threads may outlive any one user.
covino_runtime *COVINO_NULLABLE covino_runtime_open(const char *library_path);

void covino_runtime_free(covino_runtime *runtime);

/// Reads a model and compiles it in single precision, so that all processors give the same values.
///
/// `streams` is how many requests may run at once, each on the thread that calls it. The runtime must outlive it.
covino_model *COVINO_NULLABLE covino_model_compile(
    covino_runtime *runtime, const char *model_path, int32_t streams);

void covino_model_free(covino_model *model);

/// How many inputs a model has.
bool covino_model_count_inputs(const covino_model *model, size_t *count);

/// Whether one of them has this name.
bool covino_model_has_input(const covino_model *model, const char *name);

/// The model must outlive the request.
covino_request *COVINO_NULLABLE covino_request_create(covino_model *model);

void covino_request_free(covino_request *request);

/// Runs the model on inputs, all that it has, and waits for it. They need not outlive the call.
///
/// `output` is the model's first one; the others, if it has any, are had by name.
bool covino_request_run(
    covino_request *request, const covino_input *inputs, size_t count, covino_output *output);

/// An output of the last run, which must have been successful.
bool covino_request_get_output(const covino_request *request, const char *name, covino_output *output);

#undef COVINO_NULLABLE
#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
