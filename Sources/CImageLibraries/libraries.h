#ifndef CIMAGELIBRARIES_H
#define CIMAGELIBRARIES_H

// jpeglib.h takes FILE for granted.
#include <stdio.h>

#include <jpeglib.h>
#include <png.h>
#include <webp/decode.h>
#include <webp/demux.h>

#endif
