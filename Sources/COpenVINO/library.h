// What is used of the C interface of OpenVINO 2026.4, declared anew: the library is found at run time, its headers are
// not needed to build. The interface has been stable since 2023.0.

#ifndef COVINO_LIBRARY_H
#define COVINO_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef int32_t ov_status;  // 0 is success, all else failure
typedef int32_t ov_element_type;

enum { OV_F32 = 4, OV_I64 = 10, OV_U8 = 16 };

typedef struct ov_core ov_core;
typedef struct ov_model ov_model;
typedef struct ov_compiled_model ov_compiled_model;
typedef struct ov_infer_request ov_infer_request;
typedef struct ov_tensor ov_tensor;
typedef struct ov_output_const_port ov_output_const_port;

typedef struct {
  int64_t rank;
  int64_t *dims;
} ov_shape;

// The functions, each under its name in the library less `ov_`.
typedef struct {
  ov_status (*core_create)(ov_core **core);
  void (*core_free)(ov_core *core);
  ov_status (*core_read_model)(const ov_core *core, const char *model_path, const char *weights_path, ov_model **model);
  ov_status (*core_compile_model)(
      const ov_core *core, const ov_model *model, const char *device, size_t argument_count,
      ov_compiled_model **compiled, ...);
  void (*model_free)(ov_model *model);
  void (*compiled_model_free)(ov_compiled_model *compiled);
  ov_status (*compiled_model_inputs_size)(const ov_compiled_model *compiled, size_t *count);
  ov_status (*compiled_model_input_by_name)(
      const ov_compiled_model *compiled, const char *name, ov_output_const_port **port);
  void (*output_const_port_free)(ov_output_const_port *port);
  ov_status (*compiled_model_create_infer_request)(const ov_compiled_model *compiled, ov_infer_request **request);
  void (*infer_request_free)(ov_infer_request *request);
  ov_status (*infer_request_set_tensor)(ov_infer_request *request, const char *name, const ov_tensor *tensor);
  ov_status (*infer_request_infer)(ov_infer_request *request);
  ov_status (*infer_request_get_output_tensor_by_index)(
      const ov_infer_request *request, size_t index, ov_tensor **tensor);
  ov_status (*infer_request_get_tensor)(const ov_infer_request *request, const char *name, ov_tensor **tensor);
  ov_status (*tensor_create_from_host_ptr)(ov_element_type type, ov_shape shape, void *bytes, ov_tensor **tensor);
  ov_status (*tensor_get_shape)(const ov_tensor *tensor, ov_shape *shape);
  ov_status (*tensor_get_element_type)(const ov_tensor *tensor, ov_element_type *type);
  ov_status (*tensor_data)(const ov_tensor *tensor, void **bytes);
  void (*tensor_free)(ov_tensor *tensor);
  ov_status (*shape_free)(ov_shape *shape);
  const char *(*get_error_info)(ov_status status);
  const char *(*get_last_err_msg)(void);
  void (*free)(const char *content);
} covino_functions;

// Opens the library at `path` and finds every function; false, with the error set, where something is missing.
bool covino_library_open(const char *path, covino_functions *functions);

// Sets this thread's error text.
void covino_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

// The same, with what the library says of a failed call.
void covino_fail_with_status(const covino_functions *functions, ov_status status, const char *doing);

#endif
