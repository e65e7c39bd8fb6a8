# The TeX that `--toolchain docker` runs. `mdcv toolchain build-image` builds it; by hand: `docker build --build-arg RELEASE=trixie .`
# It holds no mdcv: mdcv runs outside, and gives it one folder and one document at a time.

# Which TeX: bookworm brings TeX Live 2022 and moderncv 2.3, trixie TeX Live 2024 and moderncv 2.4.
ARG RELEASE=bookworm
# The base image. To pin it, name it by the digest that your registry gives: debian:bookworm-slim@sha256:….
ARG BASE=debian:${RELEASE}-slim
FROM ${BASE}

# The packages of mdcv's own (managed) TeX, src/toolchain/provision/components.ts; a test holds the two lists against each other.
# Nothing is synced to the disk, since a build that is cut off leaves no image anyway.
RUN echo force-unsafe-io > /etc/dpkg/dpkg.cfg.d/mdcv \
 && apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      texlive-latex-extra texlive-pictures texlive-fonts-recommended lmodern fonts-lmodern \
      texlive-xetex texlive-luatex fontconfig \
      tex-gyre fonts-texgyre fonts-sil-charis fonts-noto-cjk fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb /etc/dpkg/dpkg.cfg.d/mdcv

# What TeX would write when it first meets a font is written now: the container's file system is read-only.
RUN fc-cache --system-only \
 && export TEXMFVAR="$(kpsewhich -var-value TEXMFSYSVAR)" \
 && luaotfload-tool --update --quiet \
 && cd /tmp \
 && for font in lmroman10-regular.otf lmroman10-bold.otf lmroman10-italic.otf lmsans10-regular.otf lmsans10-bold.otf \
      lmmono10-regular.otf texgyrepagella-regular.otf texgyrepagella-bold.otf texgyretermes-regular.otf texgyretermes-bold.otf \
      texgyreheros-regular.otf texgyreheros-bold.otf CharisSIL-Regular.ttf CharisSIL-Bold.ttf DejaVuSans.ttf \
      NotoSerifCJK-Regular.ttc NotoSansCJK-Regular.ttc; \
    do printf '\\documentclass{article}\\usepackage{fontspec}\\setmainfont{%s}\\begin{document}mdcv\\end{document}' "$font" > font.tex; \
      lualatex -interaction=batchmode font.tex > /dev/null || echo "$font is not at hand"; \
    done \
 && rm -f font.* \
 && chmod -R a+rX "$TEXMFVAR"

# Used where the container's caller names no user.
RUN useradd --system --no-create-home --home-dir /tmp --shell /usr/sbin/nologin mdcv
USER mdcv
ENV HOME=/tmp
WORKDIR /tmp
