#include "reduction.h"

#include <stdlib.h>
#include <string.h>

static uint32_t scaled(uint32_t side, uint32_t longer, uint32_t to) {
  uint32_t rounded = (uint32_t)(((uint64_t)side * to + longer / 2) / longer);
  return rounded > 0 ? rounded : 1;
}

void cimage_reduced_size(
    uint32_t width, uint32_t height, uint32_t longest_side, uint32_t *to_width, uint32_t *to_height) {
  uint32_t longer = width > height ? width : height;
  bool fits = longer <= longest_side;
  *to_width = fits ? width : scaled(width, longer, longest_side);
  *to_height = fits ? height : scaled(height, longer, longest_side);
}

bool cimage_reduction_begin(
    cimage_reduction *reduction, uint32_t width, uint32_t height, cimage_picture *picture, bool in_order) {
  *reduction = (cimage_reduction){.width = width, .height = height, .picture = picture, .in_order = in_order};
  reduction->is_copy = picture->width == width && picture->height == height;
  picture->rgb = calloc((size_t)picture->width * picture->height, 3);
  if (!picture->rgb) return false;
  if (reduction->is_copy) return true;

  size_t row = (size_t)picture->width * 3;
  reduction->columns = calloc(width, sizeof(uint32_t));
  reduction->shares = calloc(width, sizeof(uint32_t));
  reduction->line = calloc(row, sizeof(uint32_t));
  reduction->sums = calloc(row * (in_order ? 2 : picture->height), sizeof(uint64_t));
  if (!reduction->columns || !reduction->shares || !reduction->line || !reduction->sums) return false;
  for (uint32_t x = 0; x < width; x++) {
    uint64_t left = (uint64_t)x * picture->width;
    uint64_t room = width - left % width;
    reduction->columns[x] = (uint32_t)(left / width);
    reduction->shares[x] = (uint32_t)(room < picture->width ? room : picture->width);
  }
  return true;
}

static uint64_t *sums_of_row(const cimage_reduction *reduction, uint32_t row) {
  size_t length = (size_t)reduction->picture->width * 3;
  return reduction->sums + length * (reduction->in_order ? row & 1 : row);
}

static void write_row(cimage_reduction *reduction, uint32_t row) {
  size_t length = (size_t)reduction->picture->width * 3;
  uint64_t *sums = sums_of_row(reduction, row);
  uint8_t *out = reduction->picture->rgb + length * row;
  uint64_t area = (uint64_t)reduction->width * reduction->height;
  for (size_t i = 0; i < length; i++) {
    out[i] = (uint8_t)((sums[i] + area / 2) / area);
    sums[i] = 0;
  }
}

static void add_line(cimage_reduction *reduction, uint32_t row, uint64_t share) {
  uint64_t *sums = sums_of_row(reduction, row);
  size_t length = (size_t)reduction->picture->width * 3;
  for (size_t i = 0; i < length; i++) sums[i] += reduction->line[i] * share;
}

static void copy(
    cimage_reduction *reduction, uint32_t y, uint32_t first, uint32_t step, uint32_t count, const uint8_t *rgb) {
  uint8_t *row = reduction->picture->rgb + (size_t)reduction->width * 3 * y;
  if (step == 1) {
    memcpy(row + (size_t)first * 3, rgb, (size_t)count * 3);
    return;
  }
  for (uint32_t i = 0; i < count; i++) memcpy(row + ((size_t)first + (size_t)i * step) * 3, rgb + (size_t)i * 3, 3);
}

void cimage_reduction_add(
    cimage_reduction *reduction, uint32_t y, uint32_t first, uint32_t step, uint32_t count, const uint8_t *rgb) {
  if (reduction->is_copy) {
    copy(reduction, y, first, step, count, rgb);
    return;
  }
  const cimage_picture *picture = reduction->picture;
  uint32_t *line = reduction->line;
  memset(line, 0, (size_t)picture->width * 3 * sizeof *line);
  // A sum is at most 255 times the width, 24 bits.
  for (uint32_t i = 0, x = first; i < count; i++, x += step, rgb += 3) {
    uint32_t share = reduction->shares[x];
    uint32_t rest = picture->width - share;
    uint32_t *at = line + (size_t)reduction->columns[x] * 3;
    for (int c = 0; c < 3; c++) at[c] += rgb[c] * share;
    // INVARIANT: only a column that reaches over an edge has a rest, and the last column's right edge is the last edge.
    if (rest > 0) {
      for (int c = 0; c < 3; c++) at[3 + c] += rgb[c] * rest;
    }
  }

  uint64_t top = (uint64_t)y * picture->height;
  uint32_t row = (uint32_t)(top / reduction->height);
  uint64_t room = reduction->height - top % reduction->height;
  uint64_t share = room < picture->height ? room : picture->height;
  uint64_t rest = picture->height - share;
  add_line(reduction, row, share);
  if (rest > 0) add_line(reduction, row + 1, rest);
  if (reduction->in_order && room <= picture->height) write_row(reduction, row);
}

void cimage_reduction_finish(cimage_reduction *reduction) {
  if (reduction->is_copy || reduction->in_order) return;
  for (uint32_t row = 0; row < reduction->picture->height; row++) write_row(reduction, row);
}

void cimage_reduction_end(cimage_reduction *reduction) {
  free(reduction->columns);
  free(reduction->shares);
  free(reduction->line);
  free(reduction->sums);
  *reduction = (cimage_reduction){0};
}

void cimage_lay_on_white(const uint8_t *rgba, uint8_t *rgb, size_t count) {
  for (size_t i = 0; i < count; i++, rgba += 4, rgb += 3) {
    uint32_t alpha = rgba[3];
    for (int c = 0; c < 3; c++) rgb[c] = (uint8_t)((rgba[c] * alpha + 255 * (255 - alpha) + 127) / 255);
  }
}

void cimage_lay_multiplied_on_white(const uint8_t *rgba, uint8_t *rgb, size_t count) {
  for (size_t i = 0; i < count; i++, rgba += 4, rgb += 3) {
    uint32_t alpha = rgba[3];
    for (int c = 0; c < 3; c++) {
      // Rounded as it was, a colour may be over its alpha.
      uint32_t value = rgba[c] + 255 - alpha;
      rgb[c] = (uint8_t)(value < 255 ? value : 255);
    }
  }
}

void cimage_picture_free(cimage_picture *picture) {
  free(picture->rgb);
  *picture = (cimage_picture){0};
}
