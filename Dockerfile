# The TeX that `--toolchain docker` runs. `mdcv toolchain build-image` builds it; by hand: `docker build --build-arg RELEASE=trixie .`
# It holds no mdcv: mdcv runs outside, and gives it one folder and one document at a time.

# Which TeX: bookworm brings TeX Live 2022 and moderncv 2.3, trixie TeX Live 2024/25 and moderncv 2.4.
ARG RELEASE=bookworm
# The base image. `mdcv toolchain build-image` names it by the digest that the registry gives (debian@sha256:…), and so should you.
ARG BASE=debian:${RELEASE}-slim
FROM ${BASE}

# The packages of mdcv's own (managed) TeX, src/toolchain/provision/components.ts; a test holds the two lists against each other.
# Nothing is synced to the disk, since a build that is cut off leaves no image anyway.
RUN echo force-unsafe-io > /etc/dpkg/dpkg.cfg.d/mdcv \
 && apt-get update -qq \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
      texlive-latex-extra texlive-pictures texlive-fonts-recommended lmodern fonts-lmodern \
      texlive-xetex texlive-luatex fontconfig \
      tex-gyre fonts-texgyre fonts-sil-charis fonts-noto-cjk fonts-noto-core fonts-dejavu-core \
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/archives/*.deb /etc/dpkg/dpkg.cfg.d/mdcv

# What lualatex would write when it first meets a font is written now, by one run that loads mdcv's fonts, and prints nothing, as not all of them have Latin
# letters: the container's file system is read-only. A font that a release does not have is left out.
RUN fc-cache --system-only \
 && export TEXMFVAR="$(kpsewhich -var-value TEXMFSYSVAR)" \
 && luaotfload-tool --update --quiet \
 && cd /tmp \
 && { printf '\\documentclass{article}\\usepackage{fontspec}\\begin{document}\n'; \
      for family in lmroman10 lmsans10 lmmono10 lmmonolt10 texgyrepagella texgyretermes texgyreheros CharisSIL NotoSerifCJK NotoSansCJK \
                    NotoSans NotoSerif NotoSansArabic NotoSansHebrew NotoSerifHebrew; do \
        for style in regular bold italic oblique bolditalic boldoblique Regular Bold Italic BoldItalic; do \
          for ending in otf ttf ttc; do \
            if [ -n "$(kpsewhich "$family-$style.$ending")$(find /usr/share/fonts -name "$family-$style.$ending")" ]; then \
              printf '\\setbox0\\hbox{\\fontspec{%s-%s.%s}mdcv}\n' "$family" "$style" "$ending"; \
            fi; done; done; done; \
      printf '\\setbox0\\hbox{{\\fontspec{lmroman12-regular.otf}mdcv}{\\fontspec{lmromanslant10-regular.otf}mdcv}{\\fontspec{DejaVuSans.ttf}mdcv}}\\end{document}\n'; \
    } > fonts.tex \
 && lualatex -interaction=batchmode -halt-on-error fonts.tex \
 && rm -f fonts.* \
 && chmod -R a+rX "$TEXMFVAR"

# Used where the container's caller names no user.
RUN useradd --system --no-create-home --home-dir /tmp --shell /usr/sbin/nologin mdcv
USER mdcv
ENV HOME=/tmp
WORKDIR /tmp

# What it was made from, for `docker image inspect`.
ARG BASE
LABEL org.opencontainers.image.base.name="${BASE}"
