#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "COpenVINO.h"
#include "library.h"

struct covino_runtime {
  covino_functions functions;
  ov_core *core;
};

struct covino_encoder {
  const covino_functions *functions;
  ov_compiled_model *model;
};

enum { IDS, MASK, TYPES, INPUT_COUNT };

static const char *const input_names[INPUT_COUNT] = {"input_ids", "attention_mask", "token_type_ids"};

struct covino_request {
  const covino_functions *functions;
  ov_infer_request *request;
  // What the tensors of the last run lie on: the runtime reads it until the next ones are set.
  int64_t *inputs;
  size_t capacity;
};

// Memory that cannot be had is an error like any other.
static void *allocate(size_t size) {
  void *memory = calloc(1, size);
  if (!memory) covino_fail("out of memory");
  return memory;
}

covino_runtime *covino_runtime_open(const char *library_path) {
  covino_runtime *runtime = allocate(sizeof *runtime);
  if (!runtime) return NULL;
  if (!covino_library_open(library_path, &runtime->functions)) {
    free(runtime);
    return NULL;
  }
  ov_status status = runtime->functions.core_create(&runtime->core);
  if (status != 0) {
    covino_fail_with_status(&runtime->functions, status, "the runtime does not start");
    free(runtime);
    return NULL;
  }
  return runtime;
}

void covino_runtime_free(covino_runtime *runtime) {
  runtime->functions.core_free(runtime->core);
  free(runtime);
}

static ov_status compile(const covino_runtime *runtime, const ov_model *model, int32_t streams, ov_compiled_model **to) {
  char count[16];
  snprintf(count, sizeof count, "%d", streams);
  const char *const settings[] = {
      "NUM_STREAMS", count,
      // A thread a stream: work comes as many small requests, and splitting one costs more than it saves.
      "INFERENCE_NUM_THREADS", count,
      // Without it, processors that can compute in bfloat16 do, and scores differ from one machine to the next.
      "INFERENCE_PRECISION_HINT", "f32",
      // Other work shares the cores.
      "ENABLE_CPU_PINNING", "NO",
  };
  return runtime->functions.core_compile_model(
      runtime->core, model, "CPU", sizeof settings / sizeof *settings, to, settings[0], settings[1], settings[2],
      settings[3], settings[4], settings[5], settings[6], settings[7]);
}

covino_encoder *covino_encoder_compile(covino_runtime *runtime, const char *model_path, int32_t streams) {
  const covino_functions *functions = &runtime->functions;
  ov_model *model = NULL;
  ov_status status = functions->core_read_model(runtime->core, model_path, NULL, &model);
  if (status != 0) {
    covino_fail_with_status(functions, status, "the model cannot be read");
    return NULL;
  }
  covino_encoder *encoder = allocate(sizeof *encoder);
  if (encoder) {
    encoder->functions = functions;
    status = compile(runtime, model, streams, &encoder->model);
    if (status != 0) {
      covino_fail_with_status(functions, status, "the model cannot be compiled");
      free(encoder);
      encoder = NULL;
    }
  }
  functions->model_free(model);
  return encoder;
}

void covino_encoder_free(covino_encoder *encoder) {
  encoder->functions->compiled_model_free(encoder->model);
  free(encoder);
}

covino_request *covino_request_create(covino_encoder *encoder) {
  covino_request *request = allocate(sizeof *request);
  if (!request) return NULL;
  request->functions = encoder->functions;
  ov_status status = encoder->functions->compiled_model_create_infer_request(encoder->model, &request->request);
  if (status != 0) {
    covino_fail_with_status(encoder->functions, status, "no request can be made");
    free(request);
    return NULL;
  }
  return request;
}

void covino_request_free(covino_request *request) {
  request->functions->infer_request_free(request->request);
  free(request->inputs);
  free(request);
}

static bool reserve(covino_request *request, size_t count) {
  if (count <= request->capacity) return true;
  int64_t *inputs = allocate(INPUT_COUNT * count * sizeof *inputs);
  if (!inputs) return false;
  // The request may still point into the old ones, but reads them no more before new tensors are set.
  free(request->inputs);
  request->inputs = inputs;
  request->capacity = count;
  return true;
}

static bool set_input(covino_request *request, int input, int64_t rows, int64_t columns, int64_t *values) {
  const covino_functions *functions = request->functions;
  int64_t dims[] = {rows, columns};
  ov_shape shape = {2, dims};
  ov_tensor *tensor = NULL;
  ov_status status = functions->tensor_create_from_host_ptr(OV_I64, shape, values, &tensor);
  if (status == 0) {
    status = functions->infer_request_set_tensor(request->request, input_names[input], tensor);
    functions->tensor_free(tensor);
  }
  if (status != 0) covino_fail_with_status(functions, status, "an input is not taken");
  return status == 0;
}

static bool read_output(const covino_request *request, covino_output *output) {
  const covino_functions *functions = request->functions;
  ov_tensor *tensor = NULL;
  ov_status status = functions->infer_request_get_output_tensor_by_index(request->request, 0, &tensor);
  if (status != 0) {
    covino_fail_with_status(functions, status, "there is no output");
    return false;
  }
  ov_element_type type = 0;
  ov_shape shape = {0, NULL};
  void *values = NULL;
  status = functions->tensor_get_element_type(tensor, &type);
  if (status == 0) status = functions->tensor_get_shape(tensor, &shape);
  if (status == 0) status = functions->tensor_data(tensor, &values);
  bool is_usable = status == 0 && type == OV_F32 && shape.rank == 3 && values != NULL;
  if (is_usable) {
    *output = (covino_output){values, shape.dims[0], shape.dims[1], shape.dims[2]};
  } else if (status != 0) {
    covino_fail_with_status(functions, status, "the output cannot be read");
  } else {
    covino_fail("the output is not a float for each row, column and dimension");
  }
  if (shape.dims) functions->shape_free(&shape);
  // The request holds on to the memory itself; this frees only the handle.
  functions->tensor_free(tensor);
  return is_usable;
}

bool covino_request_run(
    covino_request *request, const int64_t *ids, const int64_t *mask, int64_t rows, int64_t columns,
    covino_output *output) {
  if (rows < 1 || columns < 1 || rows > INT32_MAX / columns) {
    covino_fail("%lld rows of %lld tokens cannot be encoded", (long long)rows, (long long)columns);
    return false;
  }
  size_t count = (size_t)(rows * columns);
  if (!reserve(request, count)) return false;
  int64_t *inputs = request->inputs;
  memcpy(inputs + IDS * count, ids, count * sizeof *ids);
  memcpy(inputs + MASK * count, mask, count * sizeof *mask);
  memset(inputs + TYPES * count, 0, count * sizeof *inputs);
  for (int input = 0; input < INPUT_COUNT; input++) {
    if (!set_input(request, input, rows, columns, inputs + (size_t)input * count)) return false;
  }
  ov_status status = request->functions->infer_request_infer(request->request);
  if (status != 0) {
    covino_fail_with_status(request->functions, status, "the model failed");
    return false;
  }
  return read_output(request, output);
}
