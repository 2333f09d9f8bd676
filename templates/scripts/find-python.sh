case $NOX_PYTHON in
  [0-9]*) python=python$NOX_PYTHON ;;
  *) python=$NOX_PYTHON ;;
esac
