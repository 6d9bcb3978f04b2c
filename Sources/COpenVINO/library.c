#include "library.h"

#include <dlfcn.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "COpenVINO.h"

static _Thread_local char last_error[1024] = "no call has failed";

const char *covino_last_error(void) { return last_error; }

// One line, so that it can stand in a log: what the library says often takes several.
static void flatten(char *text) {
  char *out = text;
  for (const char *in = text; *in; in++) {
    char c = (*in == '\n' || *in == '\r' || *in == '\t') ? ' ' : *in;
    if (c == ' ' && (out == text || out[-1] == ' ')) continue;
    *out++ = c;
  }
  while (out > text && out[-1] == ' ') out--;
  *out = 0;
}

void covino_fail(const char *format, ...) {
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(last_error, sizeof last_error, format, arguments);
  va_end(arguments);
  flatten(last_error);
}

void covino_fail_with_status(const covino_functions *functions, ov_status status, const char *doing) {
  const char *kind = functions->get_error_info(status);
  const char *message = functions->get_last_err_msg();
  covino_fail("%s: %s (%s)", doing, message ? message : "no reason given", kind ? kind : "unknown status");
  if (message) functions->free(message);
}

bool covino_library_open(const char *path, covino_functions *functions) {
  // RTLD_LOCAL: its symbols, and those of the libraries it brings, stay out of the way of this program's own.
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) {
    const char *reason = dlerror();
    covino_fail("the library does not load: %s", reason ? reason : path);
    return false;
  }
  const struct {
    const char *name;
    void *place;
  } wanted[] = {
#define FUNCTION(name) {"ov_" #name, &functions->name}
      FUNCTION(core_create),
      FUNCTION(core_free),
      FUNCTION(core_read_model),
      FUNCTION(core_compile_model),
      FUNCTION(model_free),
      FUNCTION(compiled_model_free),
      FUNCTION(compiled_model_inputs_size),
      FUNCTION(compiled_model_input_by_name),
      FUNCTION(output_const_port_free),
      FUNCTION(compiled_model_create_infer_request),
      FUNCTION(infer_request_free),
      FUNCTION(infer_request_set_tensor),
      FUNCTION(infer_request_infer),
      FUNCTION(infer_request_get_output_tensor_by_index),
      FUNCTION(infer_request_get_tensor),
      FUNCTION(tensor_create_from_host_ptr),
      FUNCTION(tensor_get_shape),
      FUNCTION(tensor_get_element_type),
      FUNCTION(tensor_data),
      FUNCTION(tensor_free),
      FUNCTION(shape_free),
      FUNCTION(get_error_info),
      FUNCTION(get_last_err_msg),
      FUNCTION(free),
#undef FUNCTION
  };
  for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
    void *symbol = dlsym(library, wanted[i].name);
    if (!symbol) {
      covino_fail("the library %s has no function %s", path, wanted[i].name);
      dlclose(library);
      return false;
    }
    // ISO C has no cast from an object pointer to a function's; POSIX promises that the bytes are the same.
    memcpy(wanted[i].place, &symbol, sizeof symbol);
  }
  return true;
}
