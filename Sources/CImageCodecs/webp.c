#include <stdlib.h>
#include <string.h>

#include <webp/decode.h>
#include <webp/demux.h>

#include "reduction.h"

static cimage_status status_of(VP8StatusCode code) {
  switch (code) {
    case VP8_STATUS_OK: return CIMAGE_DECODED;
    case VP8_STATUS_OUT_OF_MEMORY: return CIMAGE_OUT_OF_MEMORY;
    case VP8_STATUS_UNSUPPORTED_FEATURE: return CIMAGE_UNSUPPORTED;
    default: return CIMAGE_INVALID;
  }
}

static cimage_status decode(
    const uint8_t *bytes, size_t count, WebPDecoderConfig *config, uint8_t *to, uint32_t width, uint32_t height) {
  int channels = config->input.has_alpha ? 4 : 3;
  bool is_reduced = width != (uint32_t)config->input.width || height != (uint32_t)config->input.height;
  config->options.use_scaling = is_reduced;
  config->options.scaled_width = (int)width;
  config->options.scaled_height = (int)height;
  config->output.colorspace = channels == 4 ? MODE_rgbA : MODE_RGB;
  config->output.is_external_memory = 1;
  config->output.u.RGBA.rgba = to;
  config->output.u.RGBA.stride = (int)width * channels;
  config->output.u.RGBA.size = (size_t)width * height * (size_t)channels;
  VP8StatusCode code = WebPDecode(bytes, count, config);
  WebPFreeDecBuffer(&config->output);
  return status_of(code);
}

cimage_status cimage_decode_webp(
    const uint8_t *bytes, size_t count, const cimage_request *request, cimage_picture *picture) {
  *picture = (cimage_picture){0};
  WebPDecoderConfig config;
  if (!WebPInitDecoderConfig(&config)) return CIMAGE_UNSUPPORTED;
  VP8StatusCode code = WebPGetFeatures(bytes, count, &config.input);
  if (code != VP8_STATUS_OK) return status_of(code);
  if (config.input.width <= 0 || (uint32_t)config.input.width != request->width || config.input.height <= 0 ||
      (uint32_t)config.input.height != request->height || config.input.has_animation) {
    return CIMAGE_INVALID;
  }
  uint32_t width, height;
  cimage_reduced_size(request->width, request->height, request->longest_side, &width, &height);
  size_t pixels = (size_t)width * height;
  uint8_t *rgb = calloc(pixels, config.input.has_alpha ? 4 : 3);
  if (!rgb) return CIMAGE_OUT_OF_MEMORY;
  cimage_status status = decode(bytes, count, &config, rgb, width, height);
  if (status != CIMAGE_DECODED) {
    free(rgb);
    return status;
  }
  if (config.input.has_alpha) {
    cimage_lay_multiplied_on_white(rgb, rgb, pixels);
    uint8_t *shorter = realloc(rgb, pixels * 3);
    if (shorter) rgb = shorter;
  }
  *picture = (cimage_picture){.width = width, .height = height, .rgb = rgb};
  return CIMAGE_DECODED;
}

// Reduces the canvas as it stands after a frame.
static cimage_status reduce_canvas(const uint8_t *canvas, const cimage_request *request, cimage_picture *picture) {
  size_t width = request->width;
  cimage_reduced_size(request->width, request->height, request->longest_side, &picture->width, &picture->height);
  cimage_reduction reduction;
  uint8_t *row = malloc(width * 3);
  bool has_memory = cimage_reduction_begin(&reduction, request->width, request->height, picture, true) && row;
  if (has_memory) {
    for (uint32_t y = 0; y < request->height; y++) {
      cimage_lay_multiplied_on_white(canvas + width * 4 * y, row, width);
      cimage_reduction_add(&reduction, y, 0, 1, request->width, row);
    }
    cimage_reduction_finish(&reduction);
  }
  cimage_reduction_end(&reduction);
  free(row);
  return has_memory ? CIMAGE_DECODED : CIMAGE_OUT_OF_MEMORY;
}

static cimage_status read_frames(
    WebPAnimDecoder *decoder, const cimage_request *request, uint32_t frame_count, const uint32_t *chosen,
    size_t chosen_count, cimage_picture *pictures) {
  WebPAnimInfo info;
  if (!WebPAnimDecoderGetInfo(decoder, &info) || info.canvas_width != request->width ||
      info.canvas_height != request->height || info.frame_count != frame_count) {
    return CIMAGE_INVALID;
  }
  uint32_t frame = 0;
  for (size_t i = 0; i < chosen_count; i++) {
    uint8_t *canvas = NULL;
    if (chosen[i] < frame || chosen[i] >= frame_count) return CIMAGE_INVALID;
    for (; frame <= chosen[i]; frame++) {
      int end = 0;
      if (!WebPAnimDecoderGetNext(decoder, &canvas, &end)) return CIMAGE_INVALID;
    }
    cimage_status status = reduce_canvas(canvas, request, &pictures[i]);
    if (status != CIMAGE_DECODED) return status;
  }
  return CIMAGE_DECODED;
}

cimage_status cimage_decode_webp_animation(
    const uint8_t *bytes, size_t count, const cimage_request *request, uint32_t frame_count, const uint32_t *chosen,
    size_t chosen_count, cimage_picture *pictures) {
  for (size_t i = 0; i < chosen_count; i++) pictures[i] = (cimage_picture){0};
  // The decoder allocates its canvas as it is made, so the size is looked at first.
  WebPBitstreamFeatures features;
  VP8StatusCode code = WebPGetFeatures(bytes, count, &features);
  if (code != VP8_STATUS_OK) return status_of(code);
  if (features.width <= 0 || (uint32_t)features.width != request->width || features.height <= 0 ||
      (uint32_t)features.height != request->height) {
    return CIMAGE_INVALID;
  }
  WebPAnimDecoderOptions options;
  if (!WebPAnimDecoderOptionsInit(&options)) return CIMAGE_UNSUPPORTED;
  options.color_mode = MODE_rgbA;
  options.use_threads = 0;
  WebPData data = {.bytes = bytes, .size = count};
  WebPAnimDecoder *decoder = WebPAnimDecoderNew(&data, &options);
  if (!decoder) return CIMAGE_INVALID;
  cimage_status status = read_frames(decoder, request, frame_count, chosen, chosen_count, pictures);
  WebPAnimDecoderDelete(decoder);
  if (status != CIMAGE_DECODED) {
    for (size_t i = 0; i < chosen_count; i++) cimage_picture_free(&pictures[i]);
  }
  return status;
}
