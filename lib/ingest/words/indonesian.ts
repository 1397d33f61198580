import { type Language, phrases } from "./role-words";

export const INDONESIAN: Language = {
  date: {
    sure: phrases(`
      tanggal penjualan, tanggal transaksi, tanggal pesanan, tanggal order, tanggal faktur, tanggal pembelian,
      tanggal nota, tgl transaksi, tgl penjualan, tgl faktur, tgl nota, waktu pesanan dibuat, tanggal jual
    `),
    good: phrases("tanggal, tgl, hari"),
  },
  time: { sure: phrases("waktu, jam, jam transaksi, waktu transaksi, jam penjualan") },
  product_name: {
    sure: phrases("nama produk, nama barang, produk, barang, nama item, nama menu, menu, nama artikel"),
    good: phrases("deskripsi, deskripsi produk, uraian, keterangan barang, deskripsi barang"),
    likely: phrases("nama"),
  },
  product_id: {
    sure: phrases(`
      kode produk, kode barang, id produk, id barang, kode item, nomor sku, kode sku, sku induk,
      nomor referensi sku, kode artikel
    `),
    likely: phrases("kode"),
  },
  category: {
    sure: phrases(
      "kategori, kategori produk, kategori barang, kelompok barang, golongan, departemen, jenis barang, jenis produk",
    ),
    likely: phrases("jenis, kelompok"),
  },
  quantity: {
    sure: phrases(`
      jumlah, kuantitas, jumlah terjual, jumlah barang, jumlah produk, jumlah item, jml, banyaknya,
      kuantiti, qty terjual, jumlah beli
    `),
    good: phrases("unit, pcs, terjual, banyak"),
  },
  unit_price: {
    sure: phrases(`
      harga satuan, harga jual, harga per unit, harga satuan barang, harga produk, harga barang, harga jual satuan
    `),
    good: phrases("harga"),
  },
  discount: {
    sure: phrases("diskon, potongan, potongan harga, jumlah diskon, total diskon, nilai diskon"),
    good: phrases("diskon %"),
  },
  amount: {
    sure: phrases(`
      total harga, total penjualan, jumlah harga, total bayar, total pembayaran, total belanja, nilai penjualan,
      total nilai, pendapatan, omzet, omset, penjualan, sub total harga, total harga produk
    `),
    good: phrases("subtotal, nilai"),
  },
  currency: { sure: phrases("mata uang, kode mata uang, valuta") },
  unit_cost: {
    sure: phrases(
      "harga beli, harga modal, harga pokok, hpp, modal, biaya satuan, harga pokok penjualan satuan, harga beli satuan",
    ),
  },
  customer: {
    sure: phrases("pelanggan, nama pelanggan, id pelanggan, kode pelanggan, konsumen, pembeli, nama pembeli, customer"),
  },
  transaction: {
    sure: phrases(`
      no transaksi, nomor transaksi, id transaksi, kode transaksi, no faktur, nomor faktur, faktur, no nota,
      nomor nota, nota, no pesanan, nomor pesanan, id pesanan, no struk, nomor struk, struk, no invoice,
      nomor invoice, no order
    `),
  },
  store: { sure: phrases("toko, cabang, gerai, outlet, kode toko, id toko, kode cabang, id cabang, gudang") },
  store_name: { sure: phrases("nama toko, nama cabang, nama outlet, nama gerai"), good: phrases("toko, cabang") },
  current_stock: {
    sure: phrases(`
      stok, stok saat ini, stok akhir, sisa stok, jumlah stok, stok barang, stok tersedia, persediaan,
      stok gudang, stok sekarang, qty stok
    `),
    good: phrases("sisa, tersedia"),
  },
  last_updated: {
    sure: phrases("terakhir diperbarui, tanggal stok, tanggal update, tanggal opname, terakhir update, diperbarui"),
  },
};
/** Words that make an Indonesian column something else. */
export const INDONESIAN_BLOCKING = {
  money: phrases("diskon, potongan, pajak, ppn, ongkir, ongkos, laba, keuntungan, modal, pokok, beli, biaya, voucher"),
  quantity: phrases("minimum, minimal, retur, dikembalikan, harga, diskon, pelanggan, transaksi, stok, bayar, uang"),
  date: phrases("kirim, pengiriman, lahir, kedaluwarsa, kadaluarsa, retur, jatuh tempo, stok"),
  cost: phrases("total, kirim, jual"),
  name: phrases("pelanggan, toko, cabang, kategori, pembeli, konsumen, pemasok, supplier, kasir"),
  stock: phrases("minimum, minimal, maksimum, nilai, tanggal"),
};
