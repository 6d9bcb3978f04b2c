/// Bounded decoding of PNG, JPEG and WebP with libpng, libjpeg-turbo and libwebp.
///
/// Every byte may be hostile. A picture comes out as rows of red, green and blue, 8 bits each, without gaps, its
/// longer side no longer than asked; a larger picture is reduced while it is read, by averaging over the area of each
/// pixel. What is transparent lies on white. Embedded colour profiles, gamma and orientation are not looked at.
///
/// No function keeps state between calls, so any may be called on several threads at once; none writes to the terminal,
/// none ends the process, and no jump leaves this library.

#ifndef CIMAGECODECS_H
#define CIMAGECODECS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__clang__)
#pragma clang assume_nonnull begin
#define CIMAGE_NULLABLE _Nullable
#else
#define CIMAGE_NULLABLE
#endif

typedef enum {
  CIMAGE_DECODED,
  /// The bytes are no picture of that format, end early, or are not what the request says of them.
  CIMAGE_INVALID,
  /// A kind of the format that is not decoded.
  CIMAGE_UNSUPPORTED,
  /// More scans than may be, or more working memory.
  CIMAGE_TOO_LARGE,
  CIMAGE_OUT_OF_MEMORY,
} cimage_status;

typedef struct {
  /// Pixels, as the header has been read to say. A picture that turns out to have another size is refused before
  /// anything of its size is allocated.
  uint32_t width, height;
  /// Pixels of the output's longer side at most; at least 1, and at most 65,535.
  uint32_t longest_side;
  /// Scans of a JPEG at most.
  uint32_t maximum_scans;
  /// Bytes that the decoder of a JPEG may work with.
  uint64_t maximum_memory;
} cimage_request;

typedef struct {
  uint32_t width, height;
  /// 3 * width * height bytes, the caller's to free; null where nothing was decoded.
  uint8_t *CIMAGE_NULLABLE rgb;
} cimage_picture;

/// Beside the output needs a few rows of the picture; interlaced, 24 bytes for each pixel of the output. Ancillary
/// chunks other than tRNS are passed over unread, a wrong checksum in any chunk is an error, and of an animated PNG the
/// default image is decoded.
cimage_status cimage_decode_png(
    const uint8_t *bytes, size_t count, const cimage_request *request, cimage_picture *picture);

/// Beside the output needs a few rows of the picture; progressive, or in a scan for each component, 2 bytes for each
/// sample of the whole picture, within the request's memory. Missing data and broken codes are errors; bytes between
/// segments that belong to none, an unknown JFIF version or Adobe transform, and a broken colour profile are not.
cimage_status cimage_decode_jpeg(
    const uint8_t *bytes, size_t count, const cimage_request *request, cimage_picture *picture);

/// A still picture. Beside the output needs a few rows of a lossy picture, 1 byte for each pixel of a lossy picture
/// that has transparency, and 4 bytes for each pixel of a lossless one.
cimage_status cimage_decode_webp(
    const uint8_t *bytes, size_t count, const cimage_request *request, cimage_picture *picture);

/// Chosen frames of an animation, as they are shown, by their numbers in ascending order; the frames between them are
/// decoded too. Beside the output needs 8 bytes for each pixel of the canvas, and 4 more for each of a lossless frame.
///
/// - frame_count: how many frames there are, as the header has been read to say.
/// - pictures: as many as are chosen.
cimage_status cimage_decode_webp_animation(
    const uint8_t *bytes, size_t count, const cimage_request *request, uint32_t frame_count, const uint32_t *chosen,
    size_t chosen_count, cimage_picture *pictures);

/// Frees what was decoded; nothing where nothing was.
void cimage_picture_free(cimage_picture *picture);

#if defined(__clang__)
#pragma clang assume_nonnull end
#endif

#endif
