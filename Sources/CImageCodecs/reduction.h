// Reduces a picture to a smaller one while its rows come in: each pixel of the output is the average of the area of the
// input that it covers, pixels on its edge counting in part. The sums are whole numbers: the order of rows is of no
// account.

#ifndef CIMAGE_REDUCTION_H
#define CIMAGE_REDUCTION_H

#include "CImageCodecs.h"

typedef struct {
  uint32_t width, height;
  cimage_picture *picture;
  // Rows come once each, from the top: two rows of sums are enough then.
  bool in_order;
  // Input and output have one size, so there is nothing to sum.
  bool is_copy;
  // For each input column the output column that its left edge lies in, and how much of it lies in there, of
  // picture->width parts; what is left lies in the next.
  uint32_t *columns, *shares;
  // A row of the input, reduced to the output's columns.
  uint32_t *line;
  uint64_t *sums;
} cimage_reduction;

// The size that a picture is reduced to: sides in proportion, none below 1, neither larger than it was.
void cimage_reduced_size(
    uint32_t width, uint32_t height, uint32_t longest_side, uint32_t *to_width, uint32_t *to_height);

// Allocates the output, whose size is set in `picture`. False where there is no memory; to be ended in any case.
bool cimage_reduction_begin(
    cimage_reduction *reduction, uint32_t width, uint32_t height, cimage_picture *picture, bool in_order);

// Takes `count` pixels of row y: those in columns first, first + step, and so on. In order, they are the whole row.
void cimage_reduction_add(
    cimage_reduction *reduction, uint32_t y, uint32_t first, uint32_t step, uint32_t count, const uint8_t *rgb);

// Writes what is still only summed. Every pixel must have been added.
void cimage_reduction_finish(cimage_reduction *reduction);

// Frees the sums, not the output.
void cimage_reduction_end(cimage_reduction *reduction);

// Lays `count` pixels of red, green, blue, alpha on white; in place where both are one.
void cimage_lay_on_white(const uint8_t *rgba, uint8_t *rgb, size_t count);

// The same where the colours are already multiplied by alpha.
void cimage_lay_multiplied_on_white(const uint8_t *rgba, uint8_t *rgb, size_t count);

#endif
