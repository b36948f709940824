# No configuration
Without tenko.yaml there is nothing to run: exit 2, and the sentence says how to get one. Japanese is the default language.

$ run
exit 2

-- expect stderr --
tenko.yaml: 設定ファイルがありません
tenko init
