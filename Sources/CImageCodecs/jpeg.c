#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jerror.h>
#include <jpeglib.h>

#include "reduction.h"

// Everything that lives across a jump.
typedef struct {
  struct jpeg_decompress_struct reader;
  struct jpeg_error_mgr errors;
  struct jpeg_progress_mgr progress;
  jmp_buf failure;
  uint32_t maximum_scans;
  uint8_t *row;
  cimage_reduction reduction;
  cimage_picture *picture;
  cimage_status status;
} decoding;

static void stop(decoding *job, cimage_status status) {
  job->status = status;
  longjmp(job->failure, 1);
}

static void fail(j_common_ptr reader) {
  decoding *job = reader->client_data;
  switch (reader->err->msg_code) {
    case JERR_OUT_OF_MEMORY: stop(job, CIMAGE_OUT_OF_MEMORY); break;
    // What is over the memory allowed would go to a file, and there is none.
    case JERR_NO_BACKING_STORE: stop(job, CIMAGE_TOO_LARGE); break;
    case JERR_ARITH_NOTIMPL:
    case JERR_BAD_PRECISION:
    case JERR_CONVERSION_NOTIMPL:
    case JERR_SOF_UNSUPPORTED: stop(job, CIMAGE_UNSUPPORTED); break;
    default: stop(job, CIMAGE_INVALID); break;
  }
}

// The library goes on after a warning, with gray where there are no data. Those warnings are let pass that whole
// pictures give rise to: what some cameras and editors write beside the pixels.
static void hear(j_common_ptr reader, int level) {
  if (level >= 0) return;
  switch (reader->err->msg_code) {
    case JWRN_ADOBE_XFORM:
    case JWRN_BOGUS_ICC:
    case JWRN_EXTRANEOUS_DATA:
    case JWRN_JFIF_MAJOR:
    case JWRN_NOT_SEQUENTIAL: return;
    default: stop(reader->client_data, CIMAGE_INVALID);
  }
}

static void ignore(j_common_ptr reader) { (void)reader; }

// Called for each row of blocks of each scan. A scan may touch every block for next to no bytes.
static void count_scans(j_common_ptr reader) {
  decoding *job = reader->client_data;
  int scans = job->reader.input_scan_number;
  if (scans > 0 && (uint32_t)scans > job->maximum_scans) stop(job, CIMAGE_TOO_LARGE);
}

// Ink is what is not light; written by Adobe's programs, which say so, it is the other way round.
static void lay_ink(const uint8_t *cmyk, uint8_t *rgb, size_t count, bool is_inverted) {
  uint32_t flip = is_inverted ? 0 : 255;
  for (size_t i = 0; i < count; i++, cmyk += 4, rgb += 3) {
    uint32_t black = cmyk[3] ^ flip;
    for (int c = 0; c < 3; c++) rgb[c] = (uint8_t)(((cmyk[c] ^ flip) * black + 127) / 255);
  }
}

// The library reduces by eighths as it decodes, which saves most of the work; the rest is left to the reduction.
static void choose_scale(struct jpeg_decompress_struct *reader, uint32_t to_width, uint32_t to_height) {
  reader->scale_denom = 8;
  for (uint32_t eighths = 1; eighths <= 8; eighths++) {
    reader->scale_num = eighths;
    if (((uint64_t)reader->image_width * eighths + 7) / 8 >= to_width &&
        ((uint64_t)reader->image_height * eighths + 7) / 8 >= to_height) {
      return;
    }
  }
}

static void read_picture(decoding *job, const uint8_t *bytes, size_t count, const cimage_request *request) {
  struct jpeg_decompress_struct *reader = &job->reader;
  jpeg_create_decompress(reader);
  reader->mem->max_memory_to_use = (long)request->maximum_memory;
  reader->progress = &job->progress;
  jpeg_mem_src(reader, bytes, count);
  jpeg_read_header(reader, TRUE);
  if (reader->image_width != request->width || reader->image_height != request->height) stop(job, CIMAGE_INVALID);
  if (reader->arith_code) stop(job, CIMAGE_UNSUPPORTED);

  bool is_ink = reader->num_components == 4;
  reader->out_color_space = is_ink ? JCS_CMYK : JCS_RGB;
  reader->do_block_smoothing = FALSE;
  cimage_picture *picture = job->picture;
  cimage_reduced_size(request->width, request->height, request->longest_side, &picture->width, &picture->height);
  choose_scale(reader, picture->width, picture->height);
  jpeg_start_decompress(reader);
  size_t channels = is_ink ? 4 : 3;
  if ((size_t)reader->output_components != channels) stop(job, CIMAGE_UNSUPPORTED);
  if (reader->output_width < picture->width || reader->output_height < picture->height) stop(job, CIMAGE_INVALID);

  job->row = malloc(reader->output_width * channels);
  if (!job->row ||
      !cimage_reduction_begin(&job->reduction, reader->output_width, reader->output_height, picture, true)) {
    stop(job, CIMAGE_OUT_OF_MEMORY);
  }
  while (reader->output_scanline < reader->output_height) {
    uint32_t y = reader->output_scanline;
    JSAMPROW row = job->row;
    if (jpeg_read_scanlines(reader, &row, 1) != 1) stop(job, CIMAGE_INVALID);
    if (is_ink) lay_ink(row, row, reader->output_width, reader->saw_Adobe_marker);
    cimage_reduction_add(&job->reduction, y, 0, 1, reader->output_width, row);
  }
  jpeg_finish_decompress(reader);
  cimage_reduction_finish(&job->reduction);
  job->status = CIMAGE_DECODED;
}

// A function of its own: `job` belongs to its caller, so that it is whole after a jump.
static void attempt(decoding *job, const uint8_t *bytes, size_t count, const cimage_request *request) {
  if (!setjmp(job->failure)) read_picture(job, bytes, count, request);
}

cimage_status cimage_decode_jpeg(
    const uint8_t *bytes, size_t count, const cimage_request *request, cimage_picture *picture) {
  *picture = (cimage_picture){0};
  decoding job = {.picture = picture, .maximum_scans = request->maximum_scans, .status = CIMAGE_INVALID};
  job.reader.err = jpeg_std_error(&job.errors);
  job.reader.client_data = &job;
  job.errors.error_exit = fail;
  job.errors.emit_message = hear;
  job.errors.output_message = ignore;
  job.progress.progress_monitor = count_scans;
  attempt(&job, bytes, count, request);
  jpeg_destroy_decompress(&job.reader);
  cimage_reduction_end(&job.reduction);
  free(job.row);
  if (job.status != CIMAGE_DECODED) cimage_picture_free(picture);
  return job.status;
}
