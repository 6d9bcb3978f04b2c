#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include <png.h>

#include "reduction.h"

// Everything that lives across a jump.
typedef struct {
  const uint8_t *bytes;
  size_t count, place;
  png_structp reader;
  png_infop info;
  uint8_t *row;
  cimage_reduction reduction;
  cimage_picture *picture;
  cimage_status status;
} decoding;

static void read_bytes(png_structp reader, png_bytep to, size_t count) {
  decoding *job = png_get_io_ptr(reader);
  if (count > job->count - job->place) png_error(reader, "");
  memcpy(to, job->bytes + job->place, count);
  job->place += count;
}

static void fail(png_structp reader, png_const_charp message) {
  (void)message;
  png_longjmp(reader, 1);
}

static void ignore(png_structp reader, png_const_charp message) {
  (void)reader;
  (void)message;
}

static void stop(decoding *job, cimage_status status) {
  job->status = status;
  png_longjmp(job->reader, 1);
}

static void read_row(decoding *job, uint32_t count, int channels) {
  png_read_row(job->reader, job->row, NULL);
  if (channels == 4) cimage_lay_on_white(job->row, job->row, count);
}

// The seven passes of an interlaced picture go straight into the sums: the picture is never held as a whole.
static void read_passes(decoding *job, uint32_t width, uint32_t height, int channels) {
  for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; pass++) {
    uint32_t columns = PNG_PASS_COLS(width, pass), rows = PNG_PASS_ROWS(height, pass);
    if (columns == 0) continue;
    uint32_t first = PNG_PASS_START_COL(pass), step = 1u << PNG_PASS_COL_SHIFT(pass);
    for (uint32_t row = 0; row < rows; row++) {
      read_row(job, columns, channels);
      cimage_reduction_add(&job->reduction, PNG_ROW_FROM_PASS_ROW(row, pass), first, step, columns, job->row);
    }
  }
}

static void read_picture(decoding *job, const cimage_request *request) {
  png_structp reader = job->reader;
  // A file whose chunks are all metadata is read as it should be; none is kept, so none costs more than its bytes.
  png_set_user_limits(reader, request->width, request->height);
  png_set_chunk_cache_max(reader, 1);
  png_set_chunk_malloc_max(reader, job->count);
  png_set_keep_unknown_chunks(reader, PNG_HANDLE_CHUNK_NEVER, NULL, -1);
  png_set_crc_action(reader, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_set_read_fn(reader, job, read_bytes);
  png_read_info(reader, job->info);

  uint32_t width = png_get_image_width(reader, job->info), height = png_get_image_height(reader, job->info);
  if (width != request->width || height != request->height) stop(job, CIMAGE_INVALID);
  bool is_interlaced = png_get_interlace_type(reader, job->info) != PNG_INTERLACE_NONE;
  png_set_expand(reader);
  png_set_scale_16(reader);
  png_set_gray_to_rgb(reader);
  png_read_update_info(reader, job->info);
  int channels = png_get_channels(reader, job->info);
  if ((channels != 3 && channels != 4) || png_get_rowbytes(reader, job->info) != (size_t)width * (size_t)channels) {
    stop(job, CIMAGE_INVALID);
  }

  job->row = malloc((size_t)width * (size_t)channels);
  cimage_reduced_size(width, height, request->longest_side, &job->picture->width, &job->picture->height);
  if (!job->row || !cimage_reduction_begin(&job->reduction, width, height, job->picture, !is_interlaced)) {
    stop(job, CIMAGE_OUT_OF_MEMORY);
  }
  if (is_interlaced) {
    read_passes(job, width, height, channels);
  } else {
    for (uint32_t y = 0; y < height; y++) {
      read_row(job, width, channels);
      cimage_reduction_add(&job->reduction, y, 0, 1, width, job->row);
    }
  }
  png_read_end(reader, NULL);
  cimage_reduction_finish(&job->reduction);
  job->status = CIMAGE_DECODED;
}

// A function of its own: `job` belongs to its caller, so that it is whole after a jump.
static void attempt(decoding *job, const cimage_request *request) {
  if (!setjmp(png_jmpbuf(job->reader))) read_picture(job, request);
}

cimage_status cimage_decode_png(
    const uint8_t *bytes, size_t count, const cimage_request *request, cimage_picture *picture) {
  *picture = (cimage_picture){0};
  decoding job = {.bytes = bytes, .count = count, .picture = picture, .status = CIMAGE_INVALID};
  job.reader = png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, fail, ignore);
  if (!job.reader) return CIMAGE_OUT_OF_MEMORY;
  job.info = png_create_info_struct(job.reader);
  if (job.info) {
    attempt(&job, request);
  } else {
    job.status = CIMAGE_OUT_OF_MEMORY;
  }
  png_destroy_read_struct(&job.reader, &job.info, NULL);
  cimage_reduction_end(&job.reduction);
  free(job.row);
  if (job.status != CIMAGE_DECODED) cimage_picture_free(picture);
  return job.status;
}
