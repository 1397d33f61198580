import type { Language } from "./role-words";

export const PORTUGUESE: Language = {
  date: {
    sure: [
      "data da venda",
      "data venda",
      "data de venda",
      "data do pedido",
      "data pedido",
      "data da compra",
      "data compra",
      "data emissao",
    ],
    good: ["data", "data hora"],
  },
  product_name: {
    sure: ["produto", "nome do produto", "nome produto", "artigo", "item vendido", "mercadoria"],
    good: ["descricao", "descricao do produto"],
    likely: ["nome"],
  },
  product_id: {
    sure: ["codigo do produto", "codigo produto", "id produto", "cod produto", "codigo de barras", "id do produto"],
    likely: ["codigo", "cod"],
  },
  category: {
    sure: ["categoria", "categoria do produto", "categoria produto", "familia", "departamento", "setor"],
    likely: ["tipo", "grupo"],
  },
  quantity: {
    sure: ["quantidade", "quantidade vendida", "qtd", "qtde", "qtd vendida", "unidades vendidas"],
    good: ["unidades", "pecas"],
  },
  unit_price: {
    sure: ["preco unitario", "valor unitario", "preco de venda", "preco venda", "preco por unidade", "vlr unitario"],
    good: ["preco"],
  },
  amount: {
    sure: [
      "valor total",
      "preco total",
      "total da venda",
      "total venda",
      "faturamento",
      "receita",
      "vendas",
      "valor da venda",
      "valor venda",
      "vlr total",
    ],
    good: ["valor", "montante", "venda"],
  },
  unit_cost: {
    sure: ["custo unitario", "preco de custo", "preco custo", "valor de custo", "preco de compra"],
    good: ["custo"],
  },
  customer: {
    sure: ["cliente", "id cliente", "codigo cliente", "cod cliente", "codigo do cliente"],
    good: ["nome cliente", "nome do cliente", "comprador"],
  },
  transaction: {
    sure: [
      "nota fiscal",
      "numero da nota",
      "nf",
      "nfe",
      "pedido",
      "numero do pedido",
      "id pedido",
      "id venda",
      "cupom",
      "recibo",
      "fatura",
      "numero pedido",
      "id transacao",
    ],
  },
  store: { sure: ["loja", "filial", "nome da loja", "deposito"] },
  current_stock: {
    sure: [
      "estoque",
      "estoque atual",
      "quantidade em estoque",
      "saldo em estoque",
      "saldo estoque",
      "estoque disponivel",
      "qtd estoque",
      "existencias",
      "stock atual",
    ],
    good: ["disponivel"],
  },
  last_updated: { sure: ["ultima atualizacao", "data de atualizacao", "atualizado em", "data do inventario"] },
};
