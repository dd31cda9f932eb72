-- The client of pmlint for `vim.lsp.enable("pmlint")`, Neovim 0.11 and later.
return require("pmlint.client").config()
