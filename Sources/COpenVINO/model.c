#include <stdio.h>
#include <stdlib.h>

#include "COpenVINO.h"
#include "library.h"

struct covino_runtime {
  covino_functions functions;
  ov_core *core;
};

struct covino_model {
  const covino_functions *functions;
  ov_compiled_model *compiled;
};

struct covino_request {
  const covino_functions *functions;
  ov_infer_request *request;
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

covino_model *covino_model_compile(covino_runtime *runtime, const char *model_path, int32_t streams) {
  const covino_functions *functions = &runtime->functions;
  ov_model *read = NULL;
  ov_status status = functions->core_read_model(runtime->core, model_path, NULL, &read);
  if (status != 0) {
    covino_fail_with_status(functions, status, "the model cannot be read");
    return NULL;
  }
  covino_model *model = allocate(sizeof *model);
  if (model) {
    model->functions = functions;
    status = compile(runtime, read, streams, &model->compiled);
    if (status != 0) {
      covino_fail_with_status(functions, status, "the model cannot be compiled");
      free(model);
      model = NULL;
    }
  }
  functions->model_free(read);
  return model;
}

void covino_model_free(covino_model *model) {
  model->functions->compiled_model_free(model->compiled);
  free(model);
}

bool covino_model_count_inputs(const covino_model *model, size_t *count) {
  ov_status status = model->functions->compiled_model_inputs_size(model->compiled, count);
  if (status != 0) covino_fail_with_status(model->functions, status, "the model's inputs cannot be counted");
  return status == 0;
}

bool covino_model_has_input(const covino_model *model, const char *name) {
  ov_output_const_port *port = NULL;
  ov_status status = model->functions->compiled_model_input_by_name(model->compiled, name, &port);
  if (status == 0) {
    model->functions->output_const_port_free(port);
  } else {
    covino_fail_with_status(model->functions, status, "the model has no such input");
  }
  return status == 0;
}

covino_request *covino_request_create(covino_model *model) {
  covino_request *request = allocate(sizeof *request);
  if (!request) return NULL;
  request->functions = model->functions;
  ov_status status = model->functions->compiled_model_create_infer_request(model->compiled, &request->request);
  if (status != 0) {
    covino_fail_with_status(model->functions, status, "no request can be made");
    free(request);
    return NULL;
  }
  return request;
}

void covino_request_free(covino_request *request) {
  request->functions->infer_request_free(request->request);
  free(request);
}

static ov_element_type element_type(covino_type type) {
  switch (type) {
    case COVINO_FLOAT: return OV_F32;
    case COVINO_INT64: return OV_I64;
    case COVINO_BYTE: return OV_U8;
  }
  return OV_F32;
}

// An input's memory is the caller's and may be gone once the run is over; the request still points to it then, but
// reads nothing before all inputs are set anew.
static bool set_input(covino_request *request, const covino_input *input) {
  const covino_functions *functions = request->functions;
  int64_t dims[COVINO_MAXIMUM_RANK];
  for (int32_t axis = 0; axis < input->rank; axis++) {
    dims[axis] = input->dims[axis];
    if (dims[axis] < 1 || dims[axis] > INT32_MAX) {
      covino_fail("the input %s cannot be %lld long", input->name, (long long)dims[axis]);
      return false;
    }
  }
  ov_shape shape = {input->rank, dims};
  ov_tensor *tensor = NULL;
  // The interface knows no constant memory; the runtime does not write into its inputs.
  ov_status status = functions->tensor_create_from_host_ptr(
      element_type(input->type), shape, (void *)input->values, &tensor);
  if (status == 0) {
    status = functions->infer_request_set_tensor(request->request, input->name, tensor);
    functions->tensor_free(tensor);
  }
  if (status != 0) covino_fail_with_status(functions, status, "an input is not taken");
  return status == 0;
}

// Takes the tensor over.
static bool read_output(const covino_request *request, ov_tensor *tensor, covino_output *output) {
  const covino_functions *functions = request->functions;
  ov_element_type type = 0;
  ov_shape shape = {0, NULL};
  void *values = NULL;
  ov_status status = functions->tensor_get_element_type(tensor, &type);
  if (status == 0) status = functions->tensor_get_shape(tensor, &shape);
  if (status == 0) status = functions->tensor_data(tensor, &values);
  bool is_usable = status == 0 && type == OV_F32 && shape.rank <= COVINO_MAXIMUM_RANK && values != NULL;
  if (is_usable) {
    *output = (covino_output){values, (int32_t)shape.rank, {1, 1, 1, 1}};
    for (int32_t axis = 0; axis < output->rank; axis++) output->dims[axis] = shape.dims[axis];
  } else if (status != 0) {
    covino_fail_with_status(functions, status, "the output cannot be read");
  } else {
    covino_fail("the output is not one of floats in %d dimensions at most", COVINO_MAXIMUM_RANK);
  }
  if (shape.dims) functions->shape_free(&shape);
  // The request holds on to the memory itself; this frees only the handle.
  functions->tensor_free(tensor);
  return is_usable;
}

bool covino_request_run(
    covino_request *request, const covino_input *inputs, size_t count, covino_output *output) {
  for (size_t index = 0; index < count; index++) {
    if (!set_input(request, &inputs[index])) return false;
  }
  ov_status status = request->functions->infer_request_infer(request->request);
  if (status != 0) {
    covino_fail_with_status(request->functions, status, "the model failed");
    return false;
  }
  ov_tensor *tensor = NULL;
  status = request->functions->infer_request_get_output_tensor_by_index(request->request, 0, &tensor);
  if (status != 0) {
    covino_fail_with_status(request->functions, status, "there is no output");
    return false;
  }
  return read_output(request, tensor, output);
}

bool covino_request_get_output(const covino_request *request, const char *name, covino_output *output) {
  ov_tensor *tensor = NULL;
  ov_status status = request->functions->infer_request_get_tensor(request->request, name, &tensor);
  if (status != 0) {
    covino_fail_with_status(request->functions, status, "there is no such output");
    return false;
  }
  return read_output(request, tensor, output);
}
