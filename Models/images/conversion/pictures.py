"""Pictures, read as the product reads them, and put to the two networks through OpenVINO on one thread."""

import numpy
import openvino
from PIL import Image

import things

CLASSIFIER_SIDE, DETECTOR_SIDE = 260, 416


def opened(path):
  """-> the picture in RGB, what is transparent on white."""
  image = Image.open(path)
  if image.mode in ("P", "LA", "RGBA", "PA"):
    image = image.convert("RGBA")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image)
    image = ground
  return image.convert("RGB")


def squeezed(image, side):
  """[1, side, side, 3] bytes: the whole picture, its proportions given up, bilinear over what each pixel covers."""
  return numpy.asarray(image.resize((side, side), Image.Resampling.BILINEAR))[None]


class Networks:

  def __init__(self, folder=things.IMAGES):
    core = openvino.Core()
    settings = {"INFERENCE_NUM_THREADS": 1, "NUM_STREAMS": 1, "INFERENCE_PRECISION_HINT": "f32"}
    self.classifier = core.compile_model(folder / "classifier.onnx", "CPU", settings)
    self.detector = core.compile_model(folder / "detector.onnx", "CPU", settings)

  def __call__(self, image):
    """-> the classifier's 1,000 probabilities, and of each of the detector's 80 the score of its best box."""
    named = self.classifier(squeezed(image, CLASSIFIER_SIDE))["probabilities"][0]
    boxed = self.detector(squeezed(image, DETECTOR_SIDE))["scores"][0].max(axis=0)
    return named, boxed
