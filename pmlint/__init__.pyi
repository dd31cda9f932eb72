from pmlint.library import lint as lint

__version__: str
